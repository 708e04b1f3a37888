import type { ReportTable, TableColumn } from "../report.ts";
import { COLUMN_PIXELS, GRID_COLUMNS } from "./grid.ts";
import { textWidth } from "./textWidth.ts";

/** Rows looked at to learn how wide a text column is. */
const SAMPLE = 300;
const PADDING = 14;

function columnsFor(pixels: number): number {
  return Math.max(1, Math.ceil((pixels + PADDING) / COLUMN_PIXELS));
}

/** Grid columns that a column's texts would like to have. */
function wanted(column: TableColumn, table: ReportTable): number {
  if (column.format !== "text") return columnsFor(textWidth(column.label, 10, true));
  let widest = textWidth(column.label, 10, true);
  for (const row of table.rows.slice(0, SAMPLE)) {
    const value = row.cells[column.id];
    if (typeof value === "string") widest = Math.max(widest, textWidth(value, 10));
  }
  return columnsFor(widest);
}

/**
 * How many grid columns each column of a table gets. The table's own wishes hold where they fit; spare room goes
 * to the texts that need it most, and missing room is taken from the columns that have most to spare.
 */
export function columnSpans(table: ReportTable): number[] {
  const spans = table.columns.map((column) => Math.max(1, Math.round(column.span)));
  const wishes = table.columns.map((column) => wanted(column, table));
  const missing = (index: number) => (wishes[index] ?? 0) - (spans[index] ?? 0);
  const neediest = (sign: 1 | -1, allowed: (index: number) => boolean): number | undefined => {
    let best: number | undefined;
    for (const index of spans.keys()) {
      if (!allowed(index)) continue;
      if (best === undefined || sign * missing(index) > sign * missing(best)) best = index;
    }
    return best;
  };
  const total = () => spans.reduce((sum, span) => sum + span, 0);
  const give = (from: number | undefined, to: number | undefined) => {
    if (from !== undefined) spans[from] = (spans[from] ?? 1) - 1;
    if (to !== undefined) spans[to] = (spans[to] ?? 1) + 1;
  };
  while (total() > GRID_COLUMNS) {
    const widest = neediest(-1, (index) => (spans[index] ?? 1) > 1);
    if (widest === undefined) break;
    give(widest, undefined);
  }
  for (let moves = 0; moves < GRID_COLUMNS; moves++) {
    const poorest = neediest(1, (index) => missing(index) > 0);
    if (poorest === undefined) break;
    if (total() < GRID_COLUMNS) give(undefined, poorest);
    else {
      const richest = neediest(-1, (index) => missing(index) < 0 && (spans[index] ?? 1) > 1);
      if (richest === undefined) break;
      give(richest, poorest);
    }
  }
  return spans;
}
