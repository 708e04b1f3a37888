import type { Base } from "./base.ts";
import { enteredOf } from "./base.ts";
import { sameEntered } from "./sameEntered.ts";
import type { SheetState } from "./sheetState.ts";

const SAMPLE = 300;

/** Where the row ids are now; undefined when nobody can find them. */
function keyColumn(base: Base, state: SheetState): number | undefined {
  const ids = new Set(base.rows.map(({ id }) => `'${id}`));
  const hits: number[] = [];
  for (const row of state.entered) {
    for (const [column, value] of row.entries()) {
      if (typeof value === "string" && ids.has(value)) hits[column] = (hits[column] ?? 0) + 1;
    }
  }
  const most = hits.reduce((best, count) => Math.max(best, count), 0);
  return most > 0 ? hits.indexOf(most) : undefined;
}

/** How many sampled cells of a grid column are found in each sheet column left of the row ids. */
function likeness(base: Base, state: SheetState, key: number): number[][] {
  const byId = new Map(base.rows.map((row) => [`'${row.id}`, row]));
  const found = state.entered.filter((row) => byId.has(String(row[key]))).slice(0, SAMPLE);
  return base.columns.slice(0, -1).map((_, grid) => {
    const counts = new Array<number>(key).fill(0);
    for (const row of found) {
      const cell = enteredOf(byId.get(String(row[key]))?.cells[grid] ?? "");
      if (cell === "") continue;
      for (let column = 0; column < key; column++) {
        if (sameEntered(cell, row[column] ?? "", true)) counts[column] = (counts[column] ?? 0) + 1;
      }
    }
    return counts;
  });
}

/** The order-keeping assignment of grid columns to sheet columns with the most likeness. */
function aligned(like: readonly (readonly number[])[], columns: number): (number | undefined)[] {
  // best[g][c]: most likeness with the first g grid columns within the first c sheet columns.
  const best = Array.from({ length: like.length + 1 }, () =>
    new Array<number>(columns + 1).fill(0),
  );
  const at = (grid: number, column: number) => best[grid]?.[column] ?? 0;
  // Blank columns are alike everywhere; a little for any pairing keeps as many as possible, the leftmost first.
  const gain = (grid: number, column: number) =>
    (like[grid]?.[column] ?? 0) + 0.01 + 1e-5 * (columns - column);
  for (let grid = 1; grid <= like.length; grid++) {
    for (let column = 1; column <= columns; column++) {
      const paired = at(grid - 1, column - 1) + gain(grid - 1, column - 1);
      const row = best[grid];
      if (row) row[column] = Math.max(paired, at(grid - 1, column), at(grid, column - 1));
    }
  }
  const found = new Array<number | undefined>(like.length).fill(undefined);
  let [grid, column] = [like.length, columns];
  while (grid > 0 && column > 0) {
    if (at(grid, column) === at(grid, column - 1)) column -= 1;
    else if (at(grid, column) === at(grid - 1, column)) grid -= 1;
    else {
      grid -= 1;
      column -= 1;
      found[grid] = column;
    }
  }
  return found;
}

/**
 * Sheet column, 0-based, of each grid column and last of the row ids, after a person may have inserted or deleted
 * columns. Undefined entries were deleted.
 */
export function matchColumns(base: Base, state: SheetState): (number | undefined)[] {
  const written = base.columns;
  const key = keyColumn(base, state);
  if (key === undefined || key === written[written.length - 1]) return [...written];
  return [...aligned(likeness(base, state, key), key), key];
}
