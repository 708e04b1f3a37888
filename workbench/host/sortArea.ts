import type { Execution } from "./execution.ts";
import { noteKey, notesIn } from "./grid.ts";
import { shiftFormula } from "./moveReferences.ts";
import type { Area, CellValue, SheetData } from "./workbook.ts";

export type SortSpec = { readonly column: number; readonly ascending: boolean };

/** Sorts rows of an area as Sheets does: numbers, then text without regard to case, then truth; blanks last always. */
export function sortArea(
  run: Execution,
  sheet: SheetData,
  area: Area,
  specs: readonly SortSpec[],
): void {
  const computed = run.state.computed(sheet);
  const value = (row: number, column: number) =>
    computed?.[row - 1]?.[column - 1]?.value ?? sheet.values[row - 1]?.[column - 1];
  const order = Array.from({ length: area.rows }, (_, index) => area.row + index);
  const compare = new Intl.Collator(run.state.facts.tag, { sensitivity: "base", numeric: false })
    .compare;
  order.sort((a, b) => {
    for (const { column, ascending } of specs) {
      const result = compareValues(value(a, column), value(b, column), ascending, compare);
      if (result !== 0) return result;
    }
    return a - b;
  });
  for (const grid of [sheet.values, sheet.styles] as unknown[][][])
    permute(grid, area, order, (cell) => cell);
  permute(sheet.formulas as unknown[][], area, order, (cell, from, to) =>
    typeof cell === "string" ? shiftFormula(cell, to - from, 0) : cell,
  );
  const target = new Map(order.map((from, index) => [from, area.row + index]));
  const notes = notesIn(sheet, area).map(({ key, row, column }) => ({
    key,
    row,
    column,
    note: sheet.notes[key] ?? "",
  }));
  for (const { key } of notes) delete sheet.notes[key];
  for (const { row, column, note } of notes)
    sheet.notes[noteKey(target.get(row) ?? row, column)] = note;
  run.state.changed(sheet);
}

function compareValues(
  a: CellValue | undefined,
  b: CellValue | undefined,
  ascending: boolean,
  compareText: (a: string, b: string) => number,
): number {
  const [rankA, rankB] = [rank(a), rank(b)];
  if (rankA === 4 || rankB === 4) return rankA - rankB;
  const sign = ascending ? 1 : -1;
  if (rankA !== rankB) return sign * (rankA - rankB);
  if (typeof a === "string" && typeof b === "string") return sign * compareText(a, b);
  return sign * (Number(a) - Number(b) || 0);
}

function rank(value: CellValue | undefined): number {
  if (value === undefined || value === null || value === "") return 4;
  return { number: 0, string: 1, boolean: 2 }[typeof value as string] ?? 3;
}

function permute(
  grid: unknown[][],
  area: Area,
  order: readonly number[],
  moved: (cell: unknown, from: number, to: number) => unknown,
): void {
  const first = area.column - 1;
  const taken = order.map((row) => grid[row - 1]?.slice(first, first + area.columns));
  for (const [index, cells] of taken.entries()) {
    const to = area.row + index;
    if (!cells?.length && !grid[to - 1]) continue;
    while (grid.length < to) grid.push([]);
    let target = grid[to - 1];
    if (!target) grid[to - 1] = target = [];
    while (target.length < first) target.push(undefined);
    for (let column = 0; column < area.columns; column++) {
      const cell = cells?.[column];
      if (cell === undefined && first + column >= target.length) continue;
      target[first + column] = moved(cell, order[index] ?? to, to);
    }
  }
}
