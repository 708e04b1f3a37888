import { PAPER, TEXT, UNTOUCHED } from "../layout/palette.ts";
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

/** The three matrices and a way to set one cell in each. */
function blankSheet(
  height: number,
  width: number,
  key: number,
  untouched: number,
): FilledCells & { put: Put } {
  const entered = matrix<Entered>(height, width, "");
  // Columns right of the row ids are a person's own and look as new ones do.
  const look = Array.from({ length: height }, () =>
    Array.from({ length: width }, (_, column) => (column > key ? untouched : 0)),
  );
  const notes = matrix(height, width, "");
  const set = <T>(cells: T[][], row: number, column: number, value: T | undefined) => {
    const line = cells[row];
    if (line && column < width && value !== undefined) line[column] = value;
  };
  return {
    entered,
    look,
    notes,
    put: (row, column, cell) => {
      set(entered, row, column, cell.entered);
      set(look, row, column, cell.look);
      set(notes, row, column, cell.note);
    },
  };
}

type Put = (
  row: number,
  column: number,
  cell: { entered?: Entered; look?: number; note?: string },
) => void;

function putAddedRows(
  { past, placement, key, change }: Filling,
  moved: (value: Entered) => Entered,
  put: Put,
): void {
  const given = { background: PAPER, colour: TEXT, bold: false, pattern: "" };
  for (const [index, { at }] of (past?.added ?? []).entries()) {
    const row = placement.addedAt[index];
    if (row === undefined || !past) continue;
    for (const [column, value] of (past.state.entered[at] ?? []).entries()) {
      if (column === key) continue;
      const own = lookBeyond(past.state, at, column, given);
      const note = past.state.notes[at]?.[column];
      put(row, column, { entered: moved(value), note, look: own && change(0, own) });
    }
  }
}

/** Puts generated cells, then a person's belongings and rows, into the sheet's matrices. */
export function fillCells(filling: Filling): FilledCells {
  const { rows, placement, columns, key, past, targets, enteredAt, change } = filling;
  const width = Math.max(key + 1, past?.state.entered[0]?.length ?? 0);
  const { put, ...cells } = blankSheet(
    placement.order.length,
    width,
    key,
    change(0, { colour: UNTOUCHED }),
  );
  for (const [plan, row] of rows.entries()) {
    const at = placement.planAt[plan] ?? 0;
    put(at, key, { entered: `'${row.id}` });
    for (const [grid, cell] of row.cells.entries()) {
      if (cell)
        put(at, columns[grid] ?? grid, { entered: enteredAt(plan, grid), look: cell.style });
    }
  }
  const moves = past?.moves;
  const moved = (value: Entered): Entered =>
    moves && typeof value === "string" && value.startsWith("=") ? moveFormula(value, moves) : value;
  for (const { item, row: plan, grid, own } of targets) {
    const row = placement.planAt[plan] ?? 0;
    const column = own ?? columns[grid ?? 0] ?? 0;
    const entered = item.entered === undefined ? undefined : moved(item.entered);
    const look = item.look && change(cells.look[row]?.[column] ?? 0, item.look);
    put(row, column, { entered, note: item.note, look });
  }
  putAddedRows(filling, moved, put);
  return cells;
}
