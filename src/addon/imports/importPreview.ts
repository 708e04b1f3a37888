import { isoFromDay } from "../../core/calendar/day.ts";
import { dealCategory } from "../../core/deals/dealCategory.ts";
import { stageIndex } from "../../core/deals/stageIndex.ts";
import type { Stage } from "../../core/pipeline/stage.ts";
import { people } from "../../core/quota/people.ts";
import type { Rep } from "../../core/quota/rep.ts";
import { adoptStages } from "../../settings/presets/adoptStages.ts";
import type { ImportPlan, ReadRow } from "../../sources/planTypes.ts";
import type { AnyTable } from "../../tables/catalog.ts";
import { type Cell, isBlank, isDateCell } from "../../tables/reading/cell.ts";
import type { ColumnKind } from "../../tables/table.ts";
import type {
  ColumnMapping,
  ImportPreview,
  PreviewRecord,
  ValueChoice,
  ValueMap,
} from "../calls/requests.ts";
import type { Book } from "../sheets/book.ts";
import { readTables } from "../sheets/readTables.ts";
import type { MergedPart } from "./importParts.ts";

const SHOWN = 50;
const SAMPLES = 3;
const SAMPLED_ROWS = 200;
const MOST_VALUES = 100;
const LONGEST = 200;

/** What an import would do, as far as a person can read through it, and what its columns and values look like. */
export function previewOf(
  book: Book,
  plan: ImportPlan,
  parts: readonly MergedPart[],
  rows: readonly (readonly Cell[])[],
  chosen: ValueMap,
  current: readonly Stage[],
): { mapping: ColumnMapping[]; preview?: ImportPreview } {
  const mapping = withSamples(plan.mapping, rows);
  const [main] = parts;
  if (!main) return { mapping };
  const { reps } = plan.main?.table.name === "opportunities" ? readTables(["reps"], book) : {};
  // Stages that only this file brings are not known yet.
  const { stages } = adoptStages(current, plan.source.stagePreset, []);
  const known = { stages, reps: reps?.rows ?? [] };
  const { table } = main.part;
  const record = recordOf(table);
  const preview = {
    added: main.merge.newRows.slice(0, SHOWN).map((row) => record(row, {})),
    changed: main.merge.changed.slice(0, SHOWN).map(({ row, before }) => record(row, before)),
    gone: main.merge.gone.slice(0, SHOWN).map((row) => record(row, {})),
    columns: table.columns
      .filter(({ need }) => need !== "derived")
      .map(({ field, label }) => ({ field, label })),
    values: valueChoices(plan, chosen, known),
  };
  return { mapping, preview };
}

function recordOf(table: AnyTable): (row: ReadRow, before: Partial<ReadRow>) => PreviewRecord {
  const naming = table.columns.find(
    ({ field }) => /name$/i.test(field) && !table.key.includes(field),
  );
  const labels = new Map(table.columns.map(({ field, label, kind }) => [field, { label, kind }]));
  return (row, before) => ({
    key: table.key.map((field) => shown(row[field], labels.get(field)?.kind)).join(" · "),
    name: naming ? shown(row[naming.field], naming.kind) : "",
    changes: Object.keys(before).map((field) => {
      const { label, kind } = labels.get(field) ?? { label: field, kind: undefined };
      return { column: label, before: shown(before[field], kind), after: shown(row[field], kind) };
    }),
  });
}

function shown(value: ReadRow[string], kind: ColumnKind | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "number" && (kind === "date" || kind === "datetime"))
    return isoFromDay(value);
  if (typeof value === "number" && kind === "fraction")
    return `${Number((value * 100).toPrecision(12))} %`;
  return String(value).slice(0, LONGEST);
}

/** The mapping with the first different values of each column. */
function withSamples(
  mapping: ImportPlan["mapping"],
  rows: readonly (readonly Cell[])[],
): ColumnMapping[] {
  const start = headerRow(mapping, rows) + 1;
  const end = Math.min(rows.length, start + SAMPLED_ROWS);
  return mapping.map(({ index, heading, field, how }) => {
    const samples = new Set<string>();
    for (let row = start; row < end && samples.size < SAMPLES; row++) {
      const cell = rows[row]?.[index];
      if (!isBlank(cell)) samples.add(sampleText(cell).slice(0, LONGEST));
    }
    return { heading, field, how, samples: [...samples] };
  });
}

const sampleText = (cell: Cell) =>
  isDateCell(cell) ? isoFromDay(cell.moment) : String(cell).trim();

function headerRow(mapping: ImportPlan["mapping"], rows: readonly (readonly Cell[])[]): number {
  return rows.findIndex((row) =>
    mapping.every(
      ({ index, heading }) => sampleText(row[index] ?? "").replace(/\s+/g, " ") === heading,
    ),
  );
}

type KnownValues = {
  readonly stages: readonly Stage[];
  readonly reps: readonly Rep[];
};

/** Stages, categories and owners of the deals in a file, with how many deals have each and whether it is known. */
function valueChoices(
  plan: ImportPlan,
  chosen: ValueMap,
  { stages, reps }: KnownValues,
): ValueChoice[] {
  if (plan.main?.table.name !== "opportunities") return [];
  const index = stageIndex(stages);
  const limits = { commitFrom: 1, bestCaseFrom: 1, pipelineFrom: 1 };
  const persons = people(reps);
  const rows = plan.main.rows;
  const choice = (
    field: keyof ValueMap,
    label: string,
    choices: readonly string[],
    isKnown: (value: string, row: ReadRow) => boolean,
  ): ValueChoice => ({ field, label, choices, values: counted(rows, field, chosen, isKnown) });
  return [
    choice(
      "stage",
      "Stages",
      [...new Set(index.ordered.map(({ stage }) => stage))],
      (value, { pipeline }) => index.find(pipeline as string | undefined, value) !== undefined,
    ),
    choice(
      "forecastCategory",
      "Forecast categories",
      ["Commit", "Best Case", "Pipeline", "Omitted"],
      (value) =>
        /closed/i.test(value) || dealCategory(value, undefined, undefined, limits) !== undefined,
    ),
    ...(reps.length === 0
      ? []
      : [
          choice(
            "owner",
            "Owners",
            reps.map(({ name, repId }) => name ?? repId),
            (value) => persons.find(value).rep !== undefined,
          ),
        ]),
  ].filter(({ values }) => values.length > 0);
}

function counted(
  rows: readonly ReadRow[],
  field: keyof ValueMap,
  chosen: ValueMap,
  isKnown: (value: string, row: ReadRow) => boolean,
): ValueChoice["values"] {
  const found = new Map<string, { count: number; row: ReadRow }>();
  for (const row of rows) {
    const value = row[field];
    if (typeof value !== "string" || value === "") continue;
    const seen = found.get(value);
    if (seen) seen.count++;
    else found.set(value, { count: 1, row });
  }
  const values = [...found].map(([value, { count, row }]) => {
    const as = chosen[field]?.[value];
    return { value: value.slice(0, LONGEST), count, isKnown: isKnown(value, row), as };
  });
  values.sort(
    (one, other) => Number(one.isKnown) - Number(other.isKnown) || other.count - one.count,
  );
  return values.slice(0, MOST_VALUES);
}
