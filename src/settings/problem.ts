import { isoFromDay } from "../core/calendar/day.ts";
import { type Cell, isDateCell } from "../tables/cell.ts";
import type { Issue } from "../tables/issue.ts";

const LONGEST_SHOWN = 60;

/** A cell as a person reads it, cut to a length that fits a sentence. */
export function shown(cell: Cell): string {
  if (isDateCell(cell)) return isoFromDay(cell.moment);
  const text = typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell ?? "");
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text;
}

type Place = { readonly sheet: string; readonly row: number; readonly column: string };

/** A cell that cannot be read. */
export function badCell(place: Place, found: Cell, expected: string, instead: Cell): Issue {
  const used = shown(instead) === "" ? "it counts as blank" : `${shown(instead)} is used`;
  return {
    table: place.sheet,
    row: place.row,
    column: place.column,
    value: shown(found),
    message: `Found "${shown(found)}", expected ${expected}.`,
    remedy: `Type ${expected}; until then ${used}.`,
    rejected: false,
  };
}

/** A row that was left out. */
export function badRow(place: Place, found: Cell, message: string, remedy: string): Issue {
  return {
    table: place.sheet,
    row: place.row,
    column: place.column,
    value: shown(found),
    message,
    remedy,
    rejected: true,
  };
}
