import { type ImportLogRow, importLog } from "../../tables/importLog.ts";
import type { Cell } from "../../tables/reading/cell.ts";
import { readTable } from "../../tables/reading/readTable.ts";

/** The source of a line that tells of a snapshot, not of an import. */
export const SNAPSHOT_SOURCE = "snapshot";

/** The imports and snapshots so far, oldest first; a line that was typed by hand counts as well. */
export function importLogRows(cells: readonly (readonly Cell[])[]): readonly ImportLogRow[] {
  return cells.length < 2 ? [] : readTable(importLog, cells, { keyOptional: true }).rows;
}
