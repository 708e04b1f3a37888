import { isoFromMoment } from "../core/calendar/day.ts";
import { type Cell, isBlank, isDateCell } from "../tables/reading/cell.ts";

/** A cell as text, trimmed; blank is the empty text. */
export function cellText(cell: Cell): string {
  if (cell === undefined || cell === null) return "";
  return isDateCell(cell) ? isoFromMoment(cell.moment) : String(cell).trim();
}

/** First and last name in one. */
export function fullName(first: Cell, last: Cell): Cell {
  return [cellText(first), cellText(last)].filter((part) => part !== "").join(" ");
}

/** The first entry of a list such as `101; 102`, which is the primary one. */
export function firstOfList(cell: Cell): Cell {
  return typeof cell === "string" ? (cell.split(/[;,]/)[0]?.trim() ?? "") : cell;
}

/** All entries of a list such as `101; 102`. */
export function entriesOfList(cell: Cell): string[] {
  return cellText(cell)
    .split(/[;,]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}

/** The first cell that has something in it. */
export function firstFilled(...cells: Cell[]): Cell {
  return cells.find((cell) => !isBlank(cell));
}
