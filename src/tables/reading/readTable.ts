import { InputError } from "../../core/inputError.ts";
import { dropDuplicates } from "../records/duplicates.ts";
import type { Table, TableData } from "../table.ts";
import { type Cell, isBlank, isDateCell } from "./cell.ts";
import type { Conventions } from "./conventions.ts";
import { type HeaderMatch, matchHeader } from "./header.ts";
import type { Issue } from "./issue.ts";
import { readRows } from "./readRows.ts";

export type ReadOptions = {
  /** How texts are read that their column leaves open; left out, such a column counts as blank and is an issue. */
  readonly locale?: Conventions;
  /** Row number of the header as a person sees it. */
  readonly firstRowNumber?: number;
  /** Column index of each field, in place of the header's own names. */
  readonly mapping?: Readonly<Record<string, number>>;
  /** Chosen answers to a column's question, by field. */
  readonly answers?: Readonly<Record<string, string>>;
  /** True: rows without a key are rows, and equal keys are no mistake, as in a range given to a function. */
  readonly keyOptional?: boolean;
};

/**
 * Reads a sheet or range whose first row is its header. Columns are found by what they are called, in any order.
 * Throws when two columns claim one field, or when no column holds the key.
 */
export function readTable<Row>(
  table: Table<Row>,
  cells: readonly (readonly Cell[])[],
  options: ReadOptions = {},
): TableData<Row> {
  const headings = (cells[0] ?? []).map(headingText);
  const mapping = options.mapping ?? checkedMapping(table, headings, options.keyOptional === true);
  const first = (options.firstRowNumber ?? 1) + 1;
  const lines = cells.slice(1);
  const read = readRows(table, lines, mapping, {
    ...(options.locale && { conventions: options.locale }),
    rowNumbers: lines.map((_, index) => first + index),
    headings,
    ...(options.answers && { answers: options.answers }),
    ...(options.keyOptional && { keyOptional: true }),
  });
  const isRange = options.keyOptional === true || table.mode === "append";
  const single = isRange
    ? { ...read, issues: [] }
    : dropDuplicates(table, read.rows, read.rowNumbers);
  return {
    rows: single.rows,
    rowNumbers: single.rowNumbers,
    fields: new Set(Object.keys(mapping)),
    letters: lettersOf(mapping),
    issues: [
      ...read.questions.map((open) => columnIssue(table.sheet, open.heading, open.question.text)),
      ...read.issues,
      ...single.issues,
    ],
  };
}

/** A heading cell as text. */
export function headingText(cell: Cell): string {
  return isBlank(cell) || isDateCell(cell) ? "" : String(cell);
}

function checkedMapping<Row>(
  table: Table<Row>,
  headings: readonly string[],
  keyOptional: boolean,
): HeaderMatch["mapping"] {
  const { mapping, conflicts } = matchHeader(table, headings);
  const [conflict] = conflicts;
  if (conflict) {
    const names = conflict.columns
      .map((column) => `"${headings[column]}" (column ${letterOf(column)})`)
      .join(" and ");
    throw new InputError(
      `${table.sheet}: ${names} both claim to be ${conflict.label}; rename or remove one of them.`,
    );
  }
  const found = Object.keys(mapping).length;
  if (keyOptional && found > 0) return mapping;
  const missing = table.columns.find(
    ({ need, field }) => need === "key" && mapping[field] === undefined,
  );
  if (missing || found === 0) {
    const wanted = missing?.label ?? table.columns[0]?.label ?? "";
    const seen = headings
      .filter((heading) => heading.trim() !== "")
      .slice(0, 6)
      .join(", ");
    throw new InputError(
      `${table.sheet}: no column is called ${wanted}; found ${seen === "" ? "no headings in the first row" : `the headings ${seen}`}.`,
    );
  }
  return mapping;
}

function columnIssue(sheet: string, column: string, message: string): Issue {
  return {
    table: sheet,
    column,
    message,
    remedy:
      "Write the column in one unmistakable way, dates as YYYY-MM-DD; until then it counts as blank.",
    rejected: false,
  };
}

/** A1 letter of a column index from 0. */
export function letterOf(index: number): string {
  let letters = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

function lettersOf(mapping: Readonly<Record<string, number>>): Record<string, string> {
  const letters: Record<string, string> = {};
  for (const [field, index] of Object.entries(mapping)) letters[field] = letterOf(index);
  return letters;
}
