import { InputError } from "../core/inputError.ts";
import { type Cell, isBlank, isDateCell } from "./cell.ts";
import type { Conventions } from "./conventions.ts";
import { type HeaderMatch, matchHeader } from "./header.ts";
import type { Issue } from "./issue.ts";
import { type ReadRows, readRows } from "./readRows.ts";
import { keysOf } from "./recordKey.ts";
import type { Table, TableData } from "./table.ts";

export type ReadOptions = {
  /** How texts are read; numbers and dates need none. US texts when left out. */
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

const usual: Conventions = { decimal: ".", dateOrder: "MDY" };

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
    conventions: options.locale ?? usual,
    rowNumbers: lines.map((_, index) => first + index),
    headings,
    ...(options.answers && { answers: options.answers }),
    ...(options.keyOptional && { keyOptional: true }),
  });
  const single =
    options.keyOptional || table.mode === "append" ? read : withoutDuplicates(table, read);
  return {
    rows: single.rows,
    rowNumbers: single.rowNumbers,
    fields: new Set(Object.keys(mapping)),
    letters: lettersOf(mapping),
    issues: [
      ...read.questions.map((open) => columnIssue(table.sheet, open.heading, open.question.text)),
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

/** A record that stands twice would be counted twice, so the later one is left out and named. */
function withoutDuplicates<Row>(
  table: Table<Row>,
  read: ReadRows<Row>,
): Pick<ReadRows<Row>, "rows" | "rowNumbers" | "issues"> {
  const firstAt = new Map<string, number>();
  const keys = keysOf(table, read.rows);
  const issues = [...read.issues];
  const kept: number[] = [];
  keys.forEach((key, at) => {
    const earlier = firstAt.get(key);
    if (earlier === undefined) {
      firstAt.set(key, at);
      kept.push(at);
      return;
    }
    issues.push(
      duplicateIssue(
        table,
        read.rows[at] as Row,
        read.rowNumbers[earlier] ?? 0,
        read.rowNumbers[at] ?? 0,
      ),
    );
  });
  if (kept.length === read.rows.length) return read;
  return {
    rows: kept.map((at) => read.rows[at] as Row),
    rowNumbers: kept.map((at) => read.rowNumbers[at] ?? 0),
    issues,
  };
}

/** Says that a record stands twice and that the later row was left out. */
export function duplicateIssue<Row>(
  table: Table<Row>,
  row: Row,
  first: number,
  second: number,
): Issue {
  const field = table.key[0];
  const value = field === undefined ? undefined : row[field];
  return {
    table: table.sheet,
    row: second,
    column: table.columns.find((column) => column.field === field)?.label ?? "",
    value: String(value ?? ""),
    message: `The record of row ${second} already stands in row ${first} with other values.`,
    remedy: "Keep the right one of the two rows and remove the other.",
    rejected: true,
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
