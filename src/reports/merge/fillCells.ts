import { PAPER, TEXT } from "../layout/palette.ts";
import type { Entered, PlanRow, PlanStyle } from "../layout/sheetPlan.ts";
import type { AddedRow } from "./collect.ts";
import type { RowMoves } from "./moveFormula.ts";
import { moveFormula } from "./moveFormula.ts";
import type { Placement } from "./placement.ts";
import type { Target } from "./resolve.ts";
import { lookBeyond, type SheetState } from "./sheetState.ts";

type Filling = {
  readonly rows: readonly PlanRow[];
  readonly placement: Placement;
  readonly columns: readonly number[];
  readonly key: number;
  readonly change: (style: number, change: Partial<PlanStyle>) => number;
  readonly enteredAt: (row: number, grid: number) => Entered;
  readonly targets: readonly Target[];
  readonly past: { state: SheetState; added: readonly AddedRow[]; moves: RowMoves } | undefined;
};

export type FilledCells = {
  readonly entered: Entered[][];
  readonly look: number[][];
  readonly notes: string[][];
};

function matrix<T>(rows: number, columns: number, blank: T): T[][] {
  return Array.from({ length: rows }, () => new Array<T>(columns).fill(blank));
}

/** Puts generated cells, then a person's belongings and rows, into the sheet's matrices. */
export function fillCells(filling: Filling): FilledCells {
  const { rows, placement, columns, key, past, targets, enteredAt, change } = filling;
  const height = placement.order.length;
  const width = Math.max(key + 1, past?.state.entered[0]?.length ?? 0);
  const entered = matrix<Entered>(height, width, "");
  const look = matrix<number>(height, width, 0);
  const notes = matrix(height, width, "");
  const put = <T>(cells: T[][], row: number, column: number, value: T) => {
    const line = cells[row];
    if (line && column < width) line[column] = value;
  };
  for (const [plan, { id, cells }] of rows.entries()) {
    const row = placement.planAt[plan] ?? 0;
    put(entered, row, key, `'${id}`);
    for (const [grid, cell] of cells.entries()) {
      if (!cell) continue;
      put(entered, row, columns[grid] ?? grid, enteredAt(plan, grid));
      put(look, row, columns[grid] ?? grid, cell.style);
    }
  }
  const moves = past?.moves;
  const moved = (value: Entered): Entered =>
    moves && typeof value === "string" && value.startsWith("=") ? moveFormula(value, moves) : value;
  for (const { item, row: plan, grid, own } of targets) {
    const row = placement.planAt[plan] ?? 0;
    const column = own ?? columns[grid ?? 0] ?? 0;
    if (item.entered !== undefined) put(entered, row, column, moved(item.entered));
    if (item.note !== undefined) put(notes, row, column, item.note);
    if (item.look) put(look, row, column, change(look[row]?.[column] ?? 0, item.look));
  }
  for (const [index, { at }] of (past?.added ?? []).entries()) {
    const row = placement.addedAt[index];
    if (row === undefined || !past) continue;
    const { state } = past;
    const given = { background: PAPER, colour: TEXT, bold: false, pattern: "" };
    for (let column = 0; column < width; column++) {
      if (column === key) continue;
      put(entered, row, column, moved(state.entered[at]?.[column] ?? ""));
      put(notes, row, column, state.notes[at]?.[column] ?? "");
      const own = lookBeyond(state, at, column, given);
      if (own) put(look, row, column, change(0, own));
    }
  }
  return { entered, look, notes };
}
