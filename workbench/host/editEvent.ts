import type { Execution } from "./execution.ts";
import { scriptValue } from "./readCells.ts";
import type { Area, SheetData } from "./workbook.ts";

/** What `onEdit` is told: the range, and for a single cell what it now holds. */
export function editEvent(run: Execution, sheet: SheetData, area: Area): object {
  const { handles, state } = run;
  const value = sheet.values[area.row - 1]?.[area.column - 1];
  const isSingle = area.rows === 1 && area.columns === 1;
  return {
    source: handles?.spreadsheet(),
    range: handles?.range(sheet, area),
    ...(isSingle && value !== undefined && value !== null
      ? { value: String(scriptValue(run, value, false, state.workbook.timeZone)) }
      : {}),
  };
}
