import { InputError } from "../../core/inputError.ts";
import { type Cell, isBlank } from "../../tables/reading/cell.ts";
import { toCell } from "../../tables/reading/spreadsheetDate.ts";
import type { Cells, RunParam } from "../customFunction.ts";

/** One argument as a list of cells, in the direction in which it was given. */
export type Column = {
  readonly cells: readonly Cell[];
  /** Cells up to the last filled one. */
  readonly filled: number;
  /** A value, not a range: it counts for every row. */
  readonly single: boolean;
  /** Given as a row of cells. */
  readonly across: boolean;
};

const isPlain = (value: unknown): value is Cell =>
  typeof value === "number" || typeof value === "string";

/** The cells of an argument as Sheets passes it: a value, or an array of rows. Undefined when it is left out or blank. */
export function cellsOf(argument: unknown, zone: () => string): Cells | undefined {
  const rows = Array.isArray(argument) ? argument : [[argument]];
  const cells = rows.map((row: unknown): readonly Cell[] => {
    const list: readonly unknown[] = Array.isArray(row) ? row : [row];
    // Most rows hold nothing but numbers and texts, and are cells as they stand.
    return list.every(isPlain) ? list : list.map((value) => toCell(value, zone));
  });
  return cells.some((row) => row.some((cell) => !isBlank(cell))) ? cells : undefined;
}

/** The argument as one column, or one row, of cells. */
export function columnOf(cells: Cells, param: RunParam): Column {
  const width = cells[0]?.length ?? 0;
  const across = cells.length === 1 && width > 1;
  if (width > 1 && !across) {
    throw new InputError(`${param.name} has ${width} columns; expected a single column`);
  }
  const list = across ? (cells[0] ?? []) : cells.map((row) => row[0]);
  let filled = list.length;
  while (filled > 0 && isBlank(list[filled - 1])) filled--;
  return { cells: list, filled, single: list.length === 1, across };
}

/** How many rows columns that belong together fill; refused when a filled row of one is beyond the end of another. */
export function commonHeight(columns: readonly { param: RunParam; column: Column }[]): number {
  const many = columns.filter(({ column }) => !column.single);
  const height = many.reduce((most, { column }) => Math.max(most, column.filled), 0);
  const first = many[0];
  for (const { param, column } of many) {
    if (first && column.across !== first.column.across) {
      throw new InputError(
        `${first.param.name} and ${param.name} run in different directions; expected both as columns or both as rows`,
      );
    }
    if (column.cells.length < height) {
      const longer = many.find((other) => other.column.filled === height);
      throw new InputError(
        `${param.name} has ${column.cells.length} cells but ${longer?.param.name} has ${height}; expected the same height`,
      );
    }
  }
  return many.length > 0 ? height : 1;
}
