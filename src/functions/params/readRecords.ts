import { InputError } from "../../core/inputError.ts";
import { matchHeader } from "../../tables/reading/header.ts";
import { readRows } from "../../tables/reading/readRows.ts";
import { headingText } from "../../tables/reading/readTable.ts";
import type { Table } from "../../tables/table.ts";
import type { Cells } from "../customFunction.ts";

/** One row of a table range: its record, or why it could not be read; neither for a blank row. */
export type Entry<Row> = { readonly record?: Row; readonly problem?: string };

export type Records<Row> = {
  /** In step with the rows below the header. */
  readonly entries: readonly Entry<Row>[];
  /** The fields asked for whose columns are there. */
  readonly fields: ReadonlySet<string>;
};

/**
 * Reads the fields that a function looks at from a table range with its header row, found by what the columns are
 * called. Other columns are not looked at. A row with a cell that cannot be read is named, not guessed at.
 */
export function readRecords<Row>(
  name: string,
  table: Table<Row>,
  cells: Cells,
  wanted: readonly (keyof Row & string)[],
): Records<Row> {
  const headings = (cells[0] ?? []).map(headingText);
  const lines = cells.slice(1);
  const mapping = mappingOf(name, table, headings, wanted);
  const { rows, rowNumbers, issues, questions } = readRows(table, lines, mapping, {
    headings,
    keyOptional: true,
  });
  const [open] = questions;
  if (open) {
    const sample = open.question.samples[0] ?? "";
    throw new InputError(
      `column ${open.heading} of ${name} holds "${sample}", which can be read in two ways; expected dates and numbers that have one meaning, such as 2026-01-31`,
    );
  }
  const entries: Entry<Row>[] = lines.map(() => ({}));
  rows.forEach((record, at) => {
    entries[(rowNumbers[at] ?? 2) - 2] = { record };
  });
  for (const { row = 2, column, message } of issues) {
    const entry = entries[row - 2];
    if (entry?.problem !== undefined) continue;
    entries[row - 2] = { problem: `Row ${row} of ${name}, ${column}: ${message}` };
  }
  return { entries, fields: new Set(Object.keys(mapping)) };
}

function mappingOf<Row>(
  name: string,
  table: Table<Row>,
  headings: readonly string[],
  wanted: readonly (keyof Row & string)[],
): Record<string, number> {
  const [only] = headings;
  // An error, such as that of a sheet that does not exist, reaches a function as its text.
  if (headings.length === 1 && only !== undefined && /^#[A-Z/0-9]+[!?]?$/.test(only)) {
    throw new InputError(
      `${name} is ${only}; expected a range that exists, with its header row (leave it out when there is no such sheet)`,
    );
  }
  const { mapping, conflicts } = matchHeader(table, headings);
  if (Object.keys(mapping).length === 0 && conflicts.length === 0) {
    const labels = table.columns
      .filter(({ field }) => wanted.includes(field))
      .slice(0, 5)
      .map(({ label }) => label);
    throw new InputError(
      `the first row of ${name} holds no column heading of ${table.sheet}; expected headings such as ${labels.join(", ")}`,
    );
  }
  const conflict = conflicts.find(({ field }) => wanted.some((one) => one === field));
  if (conflict) {
    const names = conflict.columns.map((column) => `"${headings[column]}"`).join(" and ");
    throw new InputError(
      `columns ${names} of ${name} both claim to be ${conflict.label}; expected only one`,
    );
  }
  return Object.fromEntries(
    Object.entries(mapping).filter(([field]) => wanted.some((one) => one === field)),
  );
}
