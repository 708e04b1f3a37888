import { plainChangedValues } from "../records/changedValues.ts";
import type { Column, Table } from "../table.ts";
import { analyseColumn } from "./analyseColumn.ts";
import type { Cell } from "./cell.ts";
import {
  type ColumnQuestion,
  type ColumnReading,
  isProblem,
  type ReadValue,
  shown,
} from "./columnReading.ts";
import type { Conventions } from "./conventions.ts";
import { fillCurrency } from "./currencyOfAmount.ts";
import type { Issue } from "./issue.ts";
import { PERIOD_REMEDY, withPeriodDays } from "./periodNames.ts";
import { rowCheck } from "./rowSchema.ts";

export type ReadRowsOptions = {
  /** What is known beside the cells; see `analyseColumn`. */
  readonly conventions?: Partial<Conventions>;
  /** Row number of each row as a person sees it; counted from 2 when left out. */
  readonly rowNumbers?: readonly number[];
  /** Chosen answers to questions, by field. */
  readonly answers?: Readonly<Record<string, string | undefined>>;
  /** Headings by column index, for issues; the label when left out. */
  readonly headings?: readonly string[];
  /** True: rows without a key are rows too. */
  readonly keyOptional?: boolean;
};

type FieldQuestion = {
  readonly field: string;
  readonly heading: string;
  readonly question: ColumnQuestion;
};
type FieldDecision = {
  readonly field: string;
  readonly heading: string;
  readonly decision: string;
};

export type ReadRows<Row> = {
  readonly rows: readonly Row[];
  /** Row number of each row, in step with `rows`. */
  readonly rowNumbers: readonly number[];
  readonly issues: readonly Issue[];
  /** What columns leave open; their fields are blank. */
  readonly questions: readonly FieldQuestion[];
  /** What was decided about whole columns. */
  readonly decisions: readonly FieldDecision[];
};

type Reader<Row> = {
  readonly column: Column<Row>;
  readonly index: number;
  readonly heading: string;
  readonly reading: ColumnReading;
  readonly isKey: boolean;
};

/** Reads the rows below a header, given the column of each field. A row without its key, or whose key cannot be read, is left out. */
export function readRows<Row>(
  table: Table<Row>,
  lines: readonly (readonly Cell[])[],
  columns: Readonly<Record<string, number>>,
  options: ReadRowsOptions = {},
): ReadRows<Row> {
  const named = withPeriodDays(table, lines, columns, options.conventions ?? {});
  const { cells, mapping } = named;
  const readers = readersOf(table, cells, mapping, options);
  const issues: Issue[] = [];
  const rows: Row[] = [];
  const rowNumbers: number[] = [];
  const check = rowCheck(table);
  cells.forEach((line, at) => {
    const number = options.rowNumbers?.[at] ?? at + 2;
    const read = readLine(line, readers);
    if (read.isBlank) return;
    const rejected = addIssues(table, read, number, readers, options.keyOptional === true, issues);
    if (rejected) return;
    for (const { field, message } of check(read.row)) {
      const column = table.columns.find((candidate) => candidate.field === field);
      issues.push({
        table: table.sheet,
        row: number,
        column: headingOf(field, readers),
        value: shownValue(read.row[field], column?.kind),
        message: `${message}.`,
        remedy: "Correct the value at its source and import again.",
        rejected: false,
      });
      read.row[field] = undefined;
    }
    rows.push(read.row as Row);
    rowNumbers.push(number);
  });
  fillCurrency(table, rows, rowNumbers, cells, mapping, options.rowNumbers, options.headings);
  plainChangedValues(table, rows, cells, mapping, options.conventions);
  return {
    rows,
    rowNumbers,
    issues,
    questions: readers.flatMap(({ column: { field }, heading, reading: { question } }) =>
      question ? [{ field, heading, question }] : [],
    ),
    decisions: readers.flatMap(({ column: { field }, heading, reading: { decision } }) =>
      [decision, named.decision?.[field]].flatMap((text) =>
        text ? [{ field, heading, decision: text }] : [],
      ),
    ),
  };
}

function readersOf<Row>(
  table: Table<Row>,
  cells: readonly (readonly Cell[])[],
  mapping: Readonly<Record<string, number>>,
  options: ReadRowsOptions,
): Reader<Row>[] {
  const readers: Reader<Row>[] = [];
  for (const column of table.columns) {
    const index = mapping[column.field];
    if (index === undefined) continue;
    const values = cells.map((line) => line[index]);
    readers.push({
      column,
      index,
      heading: options.headings?.[index] ?? column.label,
      reading: analyseColumn(
        column.kind,
        values,
        options.conventions,
        options.answers?.[column.field],
      ),
      isKey: column.need === "key",
    });
  }
  return readers;
}

type Line = {
  readonly row: Record<string, ReadValue>;
  readonly problems: {
    readonly reader: number;
    readonly cell: Cell;
    readonly message: string;
    readonly remedy: string;
  }[];
  readonly isBlank: boolean;
};

function readLine<Row>(line: readonly Cell[], readers: readonly Reader<Row>[]): Line {
  const row: Record<string, ReadValue> = {};
  const problems: Line["problems"] = [];
  let isBlank = true;
  for (let at = 0; at < readers.length; at += 1) {
    const reader = readers[at];
    if (!reader) continue;
    const cell = line[reader.index];
    const value = reader.reading.read(cell);
    if (isProblem(value)) {
      problems.push({ reader: at, cell, message: value.message, remedy: value.remedy });
      row[reader.column.field] = undefined;
      isBlank = false;
    } else {
      row[reader.column.field] = value;
      if (value !== undefined) isBlank = false;
    }
  }
  return { row, problems, isBlank };
}

/** Adds what is wrong with the row; true when it cannot be kept. */
function addIssues<Row>(
  table: Table<Row>,
  { row, problems }: Line,
  number: number,
  readers: readonly Reader<Row>[],
  keyOptional: boolean,
  issues: Issue[],
): boolean {
  let rejected = false;
  for (const { reader: at, cell, message, remedy } of problems) {
    const reader = readers[at];
    const isFatal = reader?.isKey === true && !keyOptional;
    rejected ||= isFatal;
    issues.push({
      table: table.sheet,
      row: number,
      column: reader?.heading ?? "",
      value: shown(cell),
      message: `${message}.`,
      remedy: reader?.column.grainField ? PERIOD_REMEDY : remedy,
      rejected: isFatal,
    });
  }
  if (rejected || keyOptional) return rejected;
  for (const { field, label, need } of table.columns) {
    if (need !== "key" || row[field] !== undefined) continue;
    issues.push({
      table: table.sheet,
      row: number,
      column: headingOf(field, readers),
      message: `The row has no ${label}, so it cannot be told from other records.`,
      remedy: `Fill in the ${label} or remove the row.`,
      rejected: true,
    });
    return true;
  }
  return false;
}

function headingOf<Row>(field: string, readers: readonly Reader<Row>[]): string {
  return readers.find(({ column }) => column.field === field)?.heading ?? field;
}

function shownValue(value: ReadValue, kind: string | undefined): string {
  return typeof value === "number" && kind === "fraction"
    ? `${Number((value * 100).toPrecision(12))} %`
    : String(value);
}
