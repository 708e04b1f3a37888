import { SERIAL_OF_EPOCH } from "../core/calendar/day.ts";
import { type Cell, isDateCell } from "../tables/cell.ts";

/** A cell as it is written: dates as serial numbers, and text that must not become a formula or a number behind an apostrophe. */
export function sheetValue(cell: Cell): string | number | boolean {
  if (isDateCell(cell)) return cell.moment + SERIAL_OF_EPOCH;
  if (typeof cell === "string") return /^[=+\-@']/.test(cell) ? `'${cell}` : cell;
  return cell ?? "";
}
