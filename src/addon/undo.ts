import { InputError } from "../core/inputError.ts";
import { unpackImage } from "../reports/merge/packImage.ts";
import { imageOf } from "../reports/merge/sheetImage.ts";
import { colourWords } from "./colourWords.ts";
import { drawCharts } from "./drawCharts.ts";
import { underLock } from "./lock.ts";
import type { MemoryKey } from "./memory.ts";
import { openMemory } from "./memory.ts";
import { readReportSheet } from "./reportSheet.ts";
import { readRunEntry, takeRunMark } from "./runEntry.ts";
import { growGrid, NEW_SHEET } from "./sheetGrid.ts";
import { spreadsheetZone } from "./spreadsheetZone.ts";
import { writeCells } from "./writeCells.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The run to take back: the last one of the sheet in view, else of the sheet named, else nothing. */
function lastRun(keys: readonly MemoryKey[], sheet: Sheet | undefined): MemoryKey | undefined {
  return sheet && keys.find(({ sheetId }) => sheetId === sheet.getSheetId());
}

/** Takes back the last run of a report: the sheet is as it was before, and so is what the next run compares with. */
export function undoReport(name: string | undefined): string {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  return underLock(() => takeBack(spreadsheet, name, spreadsheetZone(spreadsheet)));
}

function takeBack(spreadsheet: Spreadsheet, name: string | undefined, zone: () => string): string {
  const sheets = spreadsheet.getSheets();
  const memory = openMemory(spreadsheet, sheets);
  const wanted = name ?? spreadsheet.getActiveSheet().getName();
  const sheet = sheets.find((one) => one.getName() === wanted);
  const key = lastRun(memory.keys, sheet);
  if (!sheet || !key) {
    throw new InputError(
      `${wanted} is no report sheet with a run to undo; open the report's sheet and try again.`,
    );
  }
  const entry = readRunEntry(memory.read(key));
  const isOldest = memory.keys.filter(({ sheetId }) => sheetId === key.sheetId).length === 1;
  if (!entry || (entry.before !== null && isOldest)) {
    throw new InputError(
      `Only the last three runs of ${wanted} can be undone, and they have been.`,
    );
  }
  if (entry.before === null) {
    if (sheets.filter((one) => !one.isSheetHidden()).length === 1) spreadsheet.insertSheet();
    spreadsheet.deleteSheet(sheet);
    memory.forget(key);
    return `${wanted} was removed: before its first run there was no such sheet.`;
  }
  const before = unpackImage(entry.before);
  const { state } = takeRunMark(readReportSheet(sheet, zone));
  const [rows, columns] = [before.entered.length, before.entered[0]?.length ?? 0];
  if (rows > state.entered.length || columns > (state.entered[0]?.length ?? 0))
    growGrid(sheet, rows, columns);
  const now = imageOf(state, entry.base);
  writeCells(sheet, before, now);
  drawCharts(sheet, before.charts, now.charts);
  colourWords(sheet, before.rules, now.rules, Math.max(rows, NEW_SHEET.rows));
  memory.forget(key);
  return `${wanted} is as it was before its last run.`;
}
