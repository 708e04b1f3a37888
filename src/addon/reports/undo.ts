import { InputError } from "../../core/inputError.ts";
import type { Entered } from "../../reports/layout/sheetPlan.ts";
import { unpackImage } from "../../reports/merge/packImage.ts";
import { imageOf } from "../../reports/merge/sheetImage.ts";
import { underLock } from "../calls/lock.ts";
import { Book } from "../sheets/book.ts";
import { EDIT } from "../sheets/editMemory.ts";
import type { MemoryKey } from "../sheets/memory.ts";
import { openMemory } from "../sheets/memory.ts";
import { NEW_SHEET } from "../sheets/sheetGrid.ts";
import { colourWords } from "./colourWords.ts";
import { drawCharts } from "./drawCharts.ts";
import { readReportSheet } from "./reportSheet.ts";
import { readRunEntry, runMarkColumn, takeRunMark } from "./runEntry.ts";
import { writeCells } from "./writeCells.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The run to take back: the last one of the sheet in view, else of the sheet named, else nothing. */
function lastRun(keys: readonly MemoryKey[], sheet: Sheet | undefined): MemoryKey | undefined {
  return (
    sheet && keys.find(({ sheetId, report }) => sheetId === sheet.getSheetId() && report !== EDIT)
  );
}

/** Takes back the last run of a report: the sheet is as it was before, and so is what the next run compares with. */
export function undoReport(name: string | undefined): string {
  return underLock(() => takeBack(new Book(), name));
}

function takeBack(book: Book, name: string | undefined): string {
  const memory = openMemory(book);
  const wanted = name ?? book.spreadsheet.getActiveSheet().getName();
  const sheet = book.find(wanted);
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
    const isAlone = book.sheets.every((one) => one === sheet || one.isSheetHidden());
    if (isAlone) book.add("Sheet1");
    book.remove(sheet);
    memory.forget(key);
    return `${wanted} was removed: before its first run there was no such sheet.`;
  }
  const before = unpackImage(entry.before);
  const { state } = takeRunMark(readReportSheet(sheet, book.zone));
  const [rows, columns] = [before.entered.length, before.entered[0]?.length ?? 0];
  const [haveRows, haveColumns] = [state.entered.length, state.entered[0]?.length ?? 0];
  if (rows > haveRows || columns > haveColumns) book.grow(sheet, rows, columns);
  const now = imageOf(state, entry.base);
  writeCells(sheet, before, now);
  drawCharts(sheet, before.charts, now.charts);
  colourWords(sheet, before.rules, now.rules, Math.max(rows, NEW_SHEET.rows));
  hideIds(sheet, entry.base.columns, before.entered[0] ?? []);
  memory.forget(key);
  return `${wanted} is as it was before its last run.`;
}

/** The row ids were in another column when a person has inserted or deleted columns since. */
function hideIds(sheet: Sheet, columns: readonly number[], firstRow: readonly Entered[]): void {
  const now = columns[columns.length - 1] ?? 0;
  const then = runMarkColumn(firstRow);
  if (then === now || then < 0) return;
  sheet.showColumns(now + 1, 1);
  sheet.hideColumns(then + 1);
}
