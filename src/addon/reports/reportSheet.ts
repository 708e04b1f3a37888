import { SERIAL_OF_EPOCH } from "../../core/calendar/day.ts";
import { KEY_COLUMN } from "../../reports/layout/grid.ts";
import type { Entered } from "../../reports/layout/sheetPlan.ts";
import type { SheetState } from "../../reports/merge/sheetState.ts";
import { plainPattern } from "../../reports/merge/sheetState.ts";
import { isDateCell } from "../../tables/reading/cell.ts";
import { toCell } from "../../tables/reading/spreadsheetDate.ts";
import { withoutSpills } from "./arraySpills.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Columns right of the contents that are looked at for notes and colours. */
const BESIDE = 3;

function enteredOf(value: unknown, zone: () => string): Entered {
  const cell = toCell(value, zone);
  if (cell === undefined || cell === null || cell === "") return "";
  if (isDateCell(cell)) return cell.moment + SERIAL_OF_EPOCH;
  return typeof cell === "string" ? `'${cell}` : cell;
}

/** The contents and a few columns beside them, where the grid has any. */
function widened(sheet: Sheet, rows: number, columns: number) {
  try {
    return sheet.getRange(1, 1, rows, Math.max(columns, KEY_COLUMN) + BESIDE);
  } catch {
    return sheet.getRange(1, 1, rows, columns);
  }
}

/** Reads everything of a report sheet that a person may have changed. */
export function readReportSheet(sheet: Sheet, zone: () => string): SheetState {
  const data = sheet.getDataRange();
  const rows = data.getNumRows();
  const range = widened(sheet, rows, data.getNumColumns());
  const formulas = range.getFormulas();
  const shown = range.getValues().map((row) => row.map((value: unknown) => enteredOf(value, zone)));
  const entered = withoutSpills(
    shown.map((row, at) => row.map((value, column) => formulas[at]?.[column] || value)),
  );
  return {
    entered,
    shown,
    notes: range.getNotes(),
    backgrounds: range.getBackgrounds(),
    colours: range.getFontColors(),
    bold: range.getFontWeights().map((row) => row.map((weight) => weight === "bold")),
    patterns: range.getNumberFormats().map((row) => row.map(plainPattern)),
  };
}
