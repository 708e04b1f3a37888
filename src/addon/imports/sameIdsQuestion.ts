import { recordKey } from "../../core/recordKey.ts";
import type { IdHit } from "../../core/sameSystem.ts";
import type { SourceOfIds } from "../../core/sourceSystem.ts";
import type { PlannedTable } from "../../sources/planTypes.ts";
import { type Question, questionId } from "../../sources/question.ts";
import type { Cell } from "../../tables/reading/cell.ts";
import { idField, textById } from "../../tables/records/textById.ts";
import type { TableName } from "../../tables/table.ts";

/** An id of a file that a record from elsewhere has. */
export type SharedId = IdHit & { readonly id: string };

/** What tells whether two records of one id are one. */
const NAMES: Readonly<Partial<Record<TableName, string>>> = {
  opportunities: "opportunityName",
  accounts: "accountName",
  contacts: "email",
  leads: "email",
  activities: "subject",
  tickets: "subject",
};
const SHOWN = 5;

export const sameIdsQuestion = (file: string): string => questionId(file, "file", "same ids");

/** The ids of a file under which its sheet holds records of other sources, unless they are kept apart already. */
export function sharedIds(
  { table, rows }: PlannedTable,
  known: SourceOfIds,
  cells: readonly (readonly Cell[])[],
  from: string,
  isOther: (source: string | undefined) => boolean,
): readonly SharedId[] {
  const [own, naming] = [idField(table), NAMES[table.name]];
  if (own === undefined) return [];
  const names = naming === undefined ? new Map() : textById(table, cells, naming);
  return rows.flatMap((row): SharedId[] => {
    const id = row[own];
    if (typeof id !== "string") return [];
    const key = recordKey(id);
    if (!known.has(key) || !isOther(known.get(key)) || known.has(`${from}:${key}`)) return [];
    const name = naming === undefined ? undefined : row[naming];
    return [{ id, name: name === undefined ? undefined : String(name), other: names.get(key) }];
  });
}

/** What is said and asked about ids that records from elsewhere have; `isApart`: what is done until it is answered. */
export function tellSameIds(
  file: string,
  from: string,
  sheet: string,
  shared: readonly SharedId[],
  isApart: boolean,
): { readonly questions: readonly Question[]; readonly notes: readonly string[] } {
  const [first] = shared;
  if (first === undefined) return { questions: [], notes: [] };
  const [ids, stand] = shared.length === 1 ? ["1 id", "stands"] : [`${shared.length} ids`, "stand"];
  const found = `${ids} of ${file} ${stand} in ${sheet} for records of another source`;
  const done = isApart
    ? `kept apart, as ${from}:${first.id}; files that name them are to be imported after this one`
    : "taken for the same records";
  const question: Question = {
    id: sameIdsQuestion(file),
    until: done,
    text: `${found}. Are these the same records, or others?`,
    options: [
      { value: "own", label: `Others: kept apart, with "${from}:" before their ids` },
      { value: "same", label: "The same: this file's values are written to them" },
    ],
    samples: shared
      .slice(0, SHOWN)
      .map(({ id, name, other }) => `${id}: ${name ?? "?"} / ${other ?? "?"}`),
  };
  return { questions: [question], notes: [`${found}; ${done}.`] };
}
