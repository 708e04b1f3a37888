import { InputError } from "../core/inputError.ts";
import { type AnyTable, crmTables } from "../tables/catalog.ts";
import type { Cell } from "../tables/reading/cell.ts";
import { headingKey } from "../tables/reading/header.ts";
import { sources } from "./catalog.ts";
import { exportDay } from "./exportDay.ts";
import { fileNameDay } from "./fileNameDay.ts";
import { furtherTables } from "./furtherTables.ts";
import { findLayout, type Layout } from "./layout.ts";
import { knownHeadings } from "./mapHeadings.ts";
import { markedRows } from "./markedRows.ts";
import { planTable } from "./planTable.ts";
import type { ImportPlan, PlanRequest } from "./planTypes.ts";
import { questionId } from "./question.ts";
import { withoutRaggedRows } from "./raggedRows.ts";
import { closestTable, recognise } from "./recognise.ts";
import type { Source } from "./source.ts";
import { stackedSnapshots } from "./stackedSnapshots.ts";
import { readStageFile } from "./stageFile.ts";

let known: Set<string> | undefined;

/** Tells what a file holds and reads it into records; nothing is compared or written yet. */
export function planImport(request: PlanRequest): ImportPlan {
  const { file, rows, answers } = request;
  if (rows.length === 0)
    throw new InputError(`${file} is empty; export it again with its header row.`);
  known ??= knownHeadings(
    crmTables,
    sources.flatMap(({ tables }) => tables),
  );
  const names = known;
  const layout = findLayout(rows, (key) => names.has(key));
  if (!layout) {
    throw new InputError(
      `${file} has no row of column headings, so it cannot be told what its columns mean; export it with its header row.`,
    );
  }
  const lines = layout.skipped.map(({ text }) => text);
  const { source, shape } = recognise(file, layout.headings, lines);
  const wanted = answers[questionId(file, "file", "table")];
  const table = wanted === undefined ? shape?.table : chosenTable(file, wanted);
  if (table === "stages") return stagePlan(rows, layout, source);
  if (table === undefined) {
    if (!shape) throw notCrm(file, layout.headings);
    return nothing(source, layout, `${file} holds ${shape.about}, which are not imported.`);
  }
  const target = crmTables.find(({ name }) => name === table);
  if (!target) throw notCrm(file, layout.headings);
  return tablePlan(request, layout, source, target);
}

function tablePlan(
  request: PlanRequest,
  layout: Layout,
  source: Source,
  table: AnyTable,
): ImportPlan {
  const marks = markedRows(request.rows, layout, table.name === "opportunityHistory");
  const { kept, issues, ...ragged } = withoutRaggedRows(
    request.rows,
    layout.headerRow,
    marks.kept,
    table.sheet,
  );
  const notes = [...layoutNotes(layout), ...marks.notes, ...ragged.notes];
  const main = planTable(request, layout.headings, kept, source, table);
  const stacked = main.planned && stackedSnapshots(request, layout.headings, table, main.planned);
  const planned = stacked?.latest ?? main.planned;
  const further = planned
    ? furtherTables(request, layout.headings, table, planned)
    : { tables: [], questions: [], notes: [] };
  const older = (main.planned?.rows.length ?? 0) - (planned?.rows.length ?? 0);
  return {
    source,
    main: planned,
    // The days themselves tell more than columns of stage dates.
    further: stacked
      ? [stacked.history, ...further.tables.filter((one) => one.table !== stacked.history.table)]
      : further.tables,
    isStatusApart: main.isStatusApart === true,
    stages: undefined,
    mapping: main.mapping,
    questions: [...main.questions, ...further.questions],
    issues: [...issues, ...main.issues],
    notes: [
      ...notes,
      ...noRecords(layout),
      ...main.notes,
      ...(stacked ? [stacked.note] : []),
      ...further.notes,
    ],
    exported:
      stacked?.exported ??
      exportDay(titleLines(layout), orderTold(main.notes)) ??
      fileNameDay(request.file),
    read: layout.dataRows.length,
    rejected: issues.length + main.rejected,
    leftOut: layout.dataRows.length - marks.kept.length + older,
    skippedLines: layout.skipped.length,
  };
}

function stagePlan(rows: readonly (readonly Cell[])[], layout: Layout, source: Source): ImportPlan {
  const stages = readStageFile(
    layout.headings,
    layout.dataRows.map((row) => rows[row] ?? []),
  );
  return {
    ...nothing(source, layout, `${stages.length} sales stages of the CRM read.`),
    stages,
    read: layout.dataRows.length,
  };
}

function nothing(source: Source, layout: Layout, note: string): ImportPlan {
  return {
    source,
    main: undefined,
    further: [],
    stages: undefined,
    mapping: layout.headings.map((heading, index) => ({
      index,
      heading,
      field: undefined,
      how: "unmapped",
    })),
    questions: [],
    issues: [],
    notes: [note],
    exported: undefined,
    read: 0,
    rejected: 0,
    leftOut: 0,
    skippedLines: layout.skipped.length,
  };
}

function chosenTable(file: string, wanted: string): AnyTable["name"] {
  const key = headingKey(wanted);
  const table = crmTables.find(
    ({ name, sheet }) => headingKey(name) === key || headingKey(sheet) === key,
  );
  if (table) return table.name;
  throw new InputError(
    `The answer to ${questionId(file, "file", "table")} is "${wanted}"; expected one of ${crmTables.map(({ sheet }) => sheet).join(", ")}.`,
  );
}

const EXPECTED =
  "Expected are such as Deal ID, Stage, Amount and Close Date for deals, Account Name for accounts, Name and Email for contacts and leads, Subject and Date for activities, Deal ID, Field and Changed At for a history.";

function notCrm(file: string, headings: readonly string[]): InputError {
  const closest = closestTable(headings);
  const seen = headings.filter((heading) => heading !== "");
  const shown = seen.slice(0, 6).join(", ") + (seen.length > 6 ? ", …" : "");
  const lacks =
    closest && closest.missing.length > 0
      ? ` Closest is ${closest.sheet}, but there is no column for ${closest.missing.join(", ")}.`
      : ` ${EXPECTED}`;
  return new InputError(
    `${file} is not recognised as a CRM export: its columns are ${shown}.${lacks}`,
  );
}

const noRecords = ({ dataRows }: Layout): string[] =>
  dataRows.length > 0
    ? []
    : ["The file has column headings and not one record below them; nothing was imported."];

function titleLines({ skipped }: Layout): string[] {
  return skipped.flatMap(({ kind, text }) => (kind === "preamble" ? [text] : []));
}

/** How the date columns are read; undefined where none told, or they differ. */
function orderTold(notes: readonly string[]): "MDY" | "DMY" | undefined {
  const isMonthFirst = notes.some((note) => note.endsWith("read as month/day/year."));
  const isDayFirst = notes.some((note) => note.endsWith("read as day/month/year."));
  if (isMonthFirst === isDayFirst) return undefined;
  return isMonthFirst ? "MDY" : "DMY";
}

function layoutNotes(layout: Layout): string[] {
  const kinds = {
    preamble: "title line",
    header: "repeated header row",
    total: "total line",
    footer: "footer line",
  };
  return (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((kind) => {
    const count = layout.skipped.filter((line) => line.kind === kind).length;
    return count === 0 ? [] : [`Skipped ${count} ${kinds[kind]}${count === 1 ? "" : "s"}.`];
  });
}
