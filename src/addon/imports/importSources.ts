import { recordKey } from "../../core/recordKey.ts";
import { isOtherSystem, isSameSystem } from "../../core/sameSystem.ts";
import { areApart, idInSheets, type SourceOfIds, sourceSystem } from "../../core/sourceSystem.ts";
import type { ImportPlan, PlannedTable, ReadRow } from "../../sources/planTypes.ts";
import type { Question } from "../../sources/question.ts";
import { tables } from "../../tables/catalog.ts";
import type { ImportLogRow } from "../../tables/importLog.ts";
import type { Cell } from "../../tables/reading/cell.ts";
import { references } from "../../tables/records/references.ts";
import { idField, textById } from "../../tables/records/textById.ts";
import type { TableName } from "../../tables/table.ts";
import type { ImportRequest } from "../calls/requests.ts";
import { crmOfLog } from "./olderImport.ts";
import { sameIdsQuestion, sharedIds, tellSameIds } from "./sameIdsQuestion.ts";

/** The records of a file under ids that no other system's records have. */
export type OwnIds = {
  readonly parts: readonly PlannedTable[];
  readonly questions: readonly Question[];
  readonly notes: readonly string[];
};

type Read = (sheet: string) => readonly (readonly Cell[])[];
type SourcesIn = (name: TableName) => SourceOfIds;
type IsOther = (source: string | undefined) => boolean;

/**
 * Two CRMs count their records from the same numbers. What a sheet holds from another CRM under an id of this file is
 * another record, unless the names say that it is one: this file's gets its source before the id, wherever it is
 * named. A file of no known CRM may be of any: its ids are those of the sheets until a person says otherwise.
 */
export function withOwnIds(
  { file, answers }: Pick<ImportRequest, "file" | "answers">,
  { source, main, further }: ImportPlan,
  log: readonly ImportLogRow[],
  read: Read,
): OwnIds {
  const parts = main ? [main, ...further] : [];
  const from = sourceSystem(file, source.system);
  const isCrm = source.system !== undefined;
  if (main === undefined || !log.some((row) => isElse(row, from, isCrm)))
    return { parts, questions: [], notes: [] };
  const sourcesIn = sourcesBySheet(read);
  const isOther: IsOther = isCrm
    ? (known) => areApart(known, from)
    : (known) => known !== undefined && known !== from;
  const { table } = main;
  const shared = sharedIds(main, sourcesIn(table.name), read(table.sheet), from, isOther);
  const answered = answers[sameIdsQuestion(file)];
  const isApart =
    answered === undefined ? isCrm && !isSameSystem(main.rows.length, shared) : answered === "own";
  const isTold = isCrm || isOtherSystem(shared);
  const told = tellSameIds(file, from, table.sheet, isTold ? shared : [], isApart);
  const rename = renaming(from, sourcesIn, isApart ? isOther : () => false);
  return { ...told, parts: parts.map((part) => renamed(part, from, sourcesIn, rename)) };
}

/** A line of the log that tells of records of another source: for a CRM another CRM, for a file anything else. */
function isElse({ source, file }: ImportLogRow, from: string, isCrm: boolean): boolean {
  const crm = crmOfLog(source);
  if (!isCrm) return sourceSystem(file, crm) !== from;
  return source === "warehouse" || areApart(crm, from);
}

function sourcesBySheet(read: Read): SourcesIn {
  const found = new Map<TableName, SourceOfIds>();
  return (name) => {
    const known = found.get(name);
    if (known !== undefined) return known;
    const table = tables.find((one) => one.name === name);
    const sources = table ? textById(table, read(table.sheet), "sourceSystem") : new Map();
    found.set(name, sources);
    return sources;
  };
}

type Rename = (id: string, names: readonly TableName[]) => string;

function renaming(from: string, sourcesIn: SourcesIn, isOther: IsOther): Rename {
  return (id, names) => idInSheets(id, from, names.map(sourcesIn), isOther);
}

/** A part whose ids, and ids of other records, are those of its own source. */
function renamed(
  part: PlannedTable,
  from: string,
  sourcesIn: SourcesIn,
  rename: Rename,
): PlannedTable {
  const own = idField(part.table);
  const fields: (readonly [string, readonly TableName[]])[] = Object.entries(
    references[part.table.name] ?? {},
  ).filter(([field, names]) => areOwn(part.rows, field, from, names.map(sourcesIn)));
  if (own !== undefined) fields.push([own, [part.table.name]]);
  if (fields.length === 0) return part;
  const rows = part.rows.map((row): ReadRow => {
    const changes: Record<string, string> = {};
    for (const [field, names] of fields) {
      const value = row[field];
      const named = typeof value === "string" ? rename(value, names) : value;
      if (typeof named === "string" && named !== value) changes[field] = named;
    }
    return Object.keys(changes).length === 0 ? row : { ...row, ...changes };
  });
  return { ...part, rows };
}

/**
 * Whether the records that a field names are this source's own: the sheets hold some of its records, or no more
 * than half of the names are known at all. Else the file is rather one more of what the sheets hold.
 */
function areOwn(
  rows: readonly ReadRow[],
  field: string,
  from: string,
  sheets: readonly SourceOfIds[],
): boolean {
  if (sheets.some((sheet) => [...sheet.values()].includes(from))) return true;
  const named = new Set(rows.flatMap((row) => (row[field] === undefined ? [] : [`${row[field]}`])));
  const known = [...named].filter((id) => sheets.some((sheet) => sheet.has(recordKey(id))));
  return known.length * 2 <= named.size;
}
