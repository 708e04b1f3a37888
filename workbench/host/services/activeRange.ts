import type { Execution } from "../execution.ts";
import type { SheetData } from "../workbook.ts";

/** What the person has selected, or its first cell; in another sheet than the active one that is A1. */
export function activeRange(run: Execution, firstCell = false, sheet?: SheetData): unknown {
  const { state } = run;
  const active = state.sheetById(state.workbook.activeSheetId) ?? state.workbook.sheets[0];
  const target = sheet ?? active;
  if (target === undefined) return null;
  const { row, column, rows, columns } =
    target === active ? state.selection : { row: 1, column: 1, rows: 1, columns: 1 };
  const area = firstCell ? { row, column, rows: 1, columns: 1 } : { row, column, rows, columns };
  return run.handles?.range(target, area);
}
