import type { Cell } from "../tables/reading/cell.ts";
import { shown } from "../tables/reading/columnReading.ts";
import type { Issue } from "../tables/reading/issue.ts";

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
