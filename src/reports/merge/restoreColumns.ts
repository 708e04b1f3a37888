import type { SheetState } from "./sheetState.ts";

/** Blank columns put back where a person deleted one of the grid's: `count` before sheet column `at`, 0-based. */
export type ColumnInsert = { readonly at: number; readonly count: number };

export type Restored = {
  readonly state: SheetState;
  readonly columns: readonly number[];
  readonly inserts: readonly ColumnInsert[];
};

function widened<T>(rows: readonly T[][], at: number, blank: T): T[][] {
  return rows.map((row) => [...row.slice(0, at), blank, ...row.slice(at)]);
}

/** The sheet with its deleted grid columns back in place, still empty. */
export function restoreColumns(
  state: SheetState,
  columns: readonly (number | undefined)[],
): Restored {
  let restored = state;
  const inserts: ColumnInsert[] = [];
  const placed: number[] = [];
  let shift = 0;
  for (const column of columns) {
    if (column !== undefined) {
      placed.push(column + shift);
      continue;
    }
    const at = (placed[placed.length - 1] ?? -1) + 1;
    inserts.push({ at, count: 1 });
    placed.push(at);
    shift += 1;
    restored = {
      entered: widened(restored.entered, at, ""),
      shown: widened(restored.shown, at, ""),
      notes: widened(restored.notes, at, ""),
      backgrounds: widened(restored.backgrounds, at, ""),
      colours: widened(restored.colours, at, ""),
      bold: widened(restored.bold, at, false),
      patterns: widened(restored.patterns, at, ""),
    };
  }
  return { state: restored, columns: placed, inserts };
}
