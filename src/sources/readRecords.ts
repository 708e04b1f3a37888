import { analyseColumn } from "../tables/analyseColumn.ts";
import type { AnyTable } from "../tables/catalog.ts";
import type { Cell } from "../tables/cell.ts";
import { type ColumnReading, isProblem, shown } from "../tables/columnReading.ts";
import type { Issue } from "../tables/issue.ts";
import type { Column } from "../tables/table.ts";
import type { PlannedTable, PlanRequest, ReadRow } from "./planTypes.ts";
import { type Question, questionId } from "./question.ts";

/** A field and the column of the file that gives it. */
export type FieldColumn = { readonly field: string; readonly heading: string; readonly cells: readonly Cell[] };

export type ReadRecords = PlannedTable & {
  readonly issues: readonly Issue[];
  readonly questions: readonly Question[];
  /** What was decided about whole columns, as sentences. */
  readonly notes: readonly string[];
  readonly rejected: number;
};

type Reader = FieldColumn & { readonly column: Column<never>; readonly reading: ColumnReading };

/** Reads columns of cells into typed records. What cannot be read is an issue; a record without its key is left out. */
export function readRecords(
  table: AnyTable,
  columns: readonly FieldColumn[],
  rowNumbers: readonly number[],
  request: Pick<PlanRequest, "file" | "answers" | "conventions">,
): ReadRecords {
  const questions: Question[] = [];
  const notes: string[] = [];
  const readers = readersOf(table, columns, request, questions, notes);
  const issues: Issue[] = [];
  const rows: ReadRow[] = [];
  const kept: number[] = [];
  rowNumbers.forEach((rowNumber, index) => {
    const row: ReadRow = {};
    const found: Issue[] = [];
    for (const reader of readers) readCell(reader, index, rowNumber, table.sheet, row, found);
    const missing = missingKey(table, row);
    if (missing === undefined) {
      rows.push(row);
      kept.push(rowNumber);
      for (const issue of found) issues.push(issue);
    } else issues.push(...rejection(table, missing, rowNumber, found));
  });
  return {
    table,
    fields: readers.filter(({ reading }) => !reading.question).map(({ field }) => field),
    rows,
    rowNumbers: kept,
    issues,
    questions,
    notes,
    rejected: rowNumbers.length - rows.length,
  };
}

function readersOf(
  table: AnyTable,
  columns: readonly FieldColumn[],
  { file, answers, conventions }: Pick<PlanRequest, "file" | "answers" | "conventions">,
  questions: Question[],
  notes: string[],
): Reader[] {
  const byField = new Map(table.columns.map((column) => [column.field, column]));
  return columns.flatMap((source) => {
    const column = byField.get(source.field);
    if (!column) return [];
    const topics = ["date order", "swapped dates", "decimal separator"];
    const answer = topics.map((topic) => answers[questionId(file, source.heading, topic)]).find(Boolean);
    const reading = analyseColumn(column.kind, source.cells, conventions, answer);
    if (reading.question) {
      const { topic, ...rest } = reading.question;
      questions.push({ id: questionId(file, source.heading, topic), ...rest });
    } else if (reading.decision) notes.push(`${source.heading}: ${reading.decision}.`);
    return [{ ...source, column, reading }];
  });
}

function readCell(
  { column, reading, heading, cells }: Reader,
  index: number,
  rowNumber: number,
  sheet: string,
  row: ReadRow,
  issues: Issue[],
): void {
  const cell = cells[index];
  const value = reading.read(cell);
  if (value === undefined) return;
  const problem = isProblem(value) ? value : outside(column, value);
  if (!problem) row[column.field] = value as string | number | boolean;
  else {
    issues.push({ table: sheet, row: rowNumber, column: heading, value: shown(cell), ...problem, rejected: false });
  }
}

function outside({ range, label }: Column<never>, value: unknown) {
  if (!range || typeof value !== "number" || (value >= range[0] && value <= range[1])) return undefined;
  return {
    message: `${label} must be between ${range[0]} and ${range[1]}`,
    remedy: "Correct the value in the CRM and export again; the field is blank until then.",
  };
}

function missingKey(table: AnyTable, row: ReadRow): Column<never> | undefined {
  return table.columns.find(({ field, need }) => need === "key" && row[field] === undefined);
}

/** A key that is there but unreadable is told by its own issue. */
function rejection(table: AnyTable, missing: Column<never>, rowNumber: number, found: readonly Issue[]): Issue[] {
  const own = found.filter(({ message }) => message !== "");
  if (own.length > 0) return own.map((issue, index) => (index === 0 ? { ...issue, rejected: true } : issue));
  return [
    {
      table: table.sheet,
      row: rowNumber,
      column: missing.label,
      value: "",
      message: `The ${missing.label} is blank, so the record cannot be told from others`,
      remedy: `Fill in the ${missing.label} and import again.`,
      rejected: true,
    },
  ];
}
