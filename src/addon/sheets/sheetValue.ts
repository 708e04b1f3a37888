import { SERIAL_OF_EPOCH } from "../../core/calendar/day.ts";
import { type Cell, isDateCell } from "../../tables/reading/cell.ts";

/** A setting as it is written: dates as serial numbers. Words go into cells with a text format, where they stay words. */
export function sheetValue(cell: Cell): string | number | boolean {
  return isDateCell(cell) ? cell.moment + SERIAL_OF_EPOCH : (cell ?? "");
}
