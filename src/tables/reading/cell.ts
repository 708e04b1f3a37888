import type { Moment } from "../../core/calendar/day.ts";

/** A date in a cell: the civil day and time that the cell shows. */
export type DateCell = { readonly moment: Moment };

/** What a cell holds, as the readers get it. Blank, `''`, null and undefined all mean blank. */
export type Cell = string | number | boolean | DateCell | null | undefined;

export function isDateCell(cell: Cell): cell is DateCell {
  return typeof cell === "object" && cell !== null;
}

/** True for a cell without content; spaces alone are no content. */
export function isBlank(cell: Cell): boolean {
  return cell === undefined || cell === null || (typeof cell === "string" && cell.trim() === "");
}
