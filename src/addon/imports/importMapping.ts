import { planImport } from "../../sources/planImport.ts";
import type { ImportPlan, ReadRow } from "../../sources/planTypes.ts";
import { questionId } from "../../sources/question.ts";
import { type ImportMappingRow, importMapping } from "../../tables/importMapping.ts";
import type { Cell } from "../../tables/reading/cell.ts";
import { readTable } from "../../tables/reading/readTable.ts";
import type { ImportRequest, ValueMap } from "../calls/requests.ts";
import { appended } from "../sheets/appendTable.ts";
import type { Book } from "../sheets/book.ts";
import { conventionsOfBook } from "../sheets/conventions.ts";
import { prepareTable, type TableCells, writeTable } from "../sheets/tableSheet.ts";

/** Reads a file with what was chosen for files of its kind before, and what its own request says. */
export function planWithMapping(
  request: ImportRequest,
  rows: readonly (readonly Cell[])[],
  book: Book,
): { plan: ImportPlan; values: ValueMap } {
  const { file, answers } = request;
  // A file's date order is its own: the spreadsheet's does not decide it.
  const { dateOrder: _, ...conventions } = conventionsOfBook(book);
  const read = (known: Answers) => planImport({ file, rows, answers: known, conventions });
  const first = read(answers);
  const saved = savedMapping(book, first, file);
  const isMore = Object.keys(saved.answers).some((id) => answers[id] === undefined);
  const plan = isMore ? read({ ...saved.answers, ...answers }) : first;
  const values = mergedValues(saved.values, request.values);
  return { plan: withValues(plan, values), values };
}

/** Keeps the choices of a request in the mapping sheet. */
export function rememberMapping(book: Book, plan: ImportPlan, request: ImportRequest): void {
  const content = mappingWrite(book, plan, request);
  if (content) writeTable(book, prepareTable(book, importMapping, content));
}

type Answers = Readonly<Record<string, string>>;
type ValueField = keyof ValueMap;

const NONE = "none";
/** How a value's topic is written in the sheet. */
const TOPICS: readonly (readonly [ValueField, string])[] = [
  ["stage", "stage value"],
  ["forecastCategory", "category value"],
  ["owner", "owner value"],
];

/** What was chosen before for files of this kind. */
type SavedMapping = { readonly answers: Answers; readonly values: ValueMap };

const kindOf = ({ source, main }: ImportPlan) => ({
  source: source.name as string,
  table: main?.table.sheet ?? "",
});

function savedRows(book: Book): readonly ImportMappingRow[] {
  const cells = book.read(importMapping.sheet);
  return cells.length < 2 ? [] : readTable(importMapping, cells).rows;
}

/** Choices about files of the same source and table, as answers to this file's questions; those that no longer fit are left out. */
function savedMapping(book: Book, plan: ImportPlan, file: string): SavedMapping {
  const { source, table } = kindOf(plan);
  const headings = new Set(plan.mapping.map(({ heading }) => heading));
  const answers: Record<string, string> = {};
  const values: Partial<Record<ValueField, Record<string, string>>> = {};
  for (const { topic, from, to = NONE, ...row } of savedRows(book)) {
    if (row.source !== source || row.table !== table) continue;
    const field = TOPICS.find(([, name]) => name === topic)?.[0];
    if (field) values[field] = { ...values[field], [from]: to };
    else if (topic === "column" ? to === NONE || headings.has(to) : headings.has(from))
      answers[questionId(file, from, topic)] = to;
  }
  return { answers, values };
}

/** The value map of a request laid over what was chosen before. */
function mergedValues(saved: ValueMap, request: ValueMap | undefined): ValueMap {
  const merged: Partial<Record<ValueField, Answers>> = {};
  for (const [field] of TOPICS) {
    const values = { ...saved[field], ...request?.[field] };
    if (Object.keys(values).length > 0) merged[field] = values;
  }
  return merged;
}

/** Owners and categories of the file as what they stand for. Stages keep the CRM's word; the Stages settings map them. */
function withValues(plan: ImportPlan, values: ValueMap): ImportPlan {
  const { main } = plan;
  const fields = (["owner", "forecastCategory"] as const).filter((field) => values[field]);
  if (!main || fields.length === 0) return plan;
  const rows = main.rows.map((row): ReadRow => {
    let mapped = row;
    for (const field of fields) {
      const to = values[field]?.[String(row[field])];
      if (to !== undefined) mapped = { ...mapped, [field]: to };
    }
    return mapped;
  });
  return { ...plan, main: { ...main, rows } };
}

/** The mapping sheet with the choices of a request added; undefined when there are none. */
function mappingWrite(
  book: Book,
  plan: ImportPlan,
  { answers, values }: ImportRequest,
): TableCells | undefined {
  const kind = kindOf(plan);
  const rows: ImportMappingRow[] = [];
  for (const [id, to] of Object.entries(answers)) {
    // The file's name comes first, then what it is about, which may hold a stroke, then the topic.
    const [, ...parts] = id.split("/");
    const topic = parts.pop();
    const from = parts.join("/");
    if (topic !== undefined && from !== "" && from !== "file")
      rows.push({ ...kind, topic, from, to });
  }
  for (const [field, topic] of TOPICS) {
    for (const [from, to] of Object.entries(values?.[field] ?? {}))
      rows.push({ ...kind, topic, from, to });
  }
  if (rows.length === 0) return undefined;
  const keyOf = (row: Omit<ImportMappingRow, "to">) =>
    [row.source, row.table, row.topic, row.from].join("\n");
  const fresh = new Set(rows.map(keyOf));
  return appended(importMapping, book.read(importMapping.sheet), rows, (cellOf) => {
    const [source, table, topic, from] = importMapping.key.map((field) =>
      String(cellOf(field) ?? ""),
    );
    return !fresh.has(
      keyOf({ source: source ?? "", table: table ?? "", topic: topic ?? "", from: from ?? "" }),
    );
  });
}
