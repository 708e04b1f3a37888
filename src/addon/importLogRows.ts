import type { Cell } from "../tables/cell.ts";
import { type ImportLogRow, importLog } from "../tables/importLog.ts";
import { readTable } from "../tables/readTable.ts";

/** The imports so far, oldest first; a line that was typed by hand counts as well. */
export function importLogRows(cells: readonly (readonly Cell[])[]): readonly ImportLogRow[] {
  return cells.length < 2 ? [] : readTable(importLog, cells, { keyOptional: true }).rows;
}
