import { SERIAL_OF_EPOCH } from "../../core/calendar/day.ts";
import type { Cell } from "../reading/cell.ts";
import type { Column, Table } from "../table.ts";

/** A value as its canonical sheet holds it: dates as serial numbers, everything else as it is, blank as undefined. */
export function toCellValue<Row>(column: Column<Row>, value: unknown): Cell {
  if (value === undefined || value === null) return undefined;
  const isDate = column.kind === "date" || column.kind === "datetime";
  return isDate && typeof value === "number" ? value + SERIAL_OF_EPOCH : (value as Cell);
}

/** Rows as the data cells of the table's sheet, below a header of those fields' labels. */
export function toCells<Row>(
  table: Table<Row>,
  rows: readonly Row[],
  fields: readonly string[],
): { header: string[]; cells: Cell[][] } {
  const columns = table.columns.filter(({ field }) => fields.includes(field));
  return {
    header: columns.map(({ label }) => label),
    cells: rows.map((row) => columns.map((column) => toCellValue(column, row[column.field]))),
  };
}
