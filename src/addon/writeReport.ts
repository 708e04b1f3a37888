import { COLUMN_PIXELS, GRID_COLUMNS } from "../reports/layout/grid.ts";
import { planReport } from "../reports/layout/planReport.ts";
import type { Base } from "../reports/merge/base.ts";
import type { MergedSheet } from "../reports/merge/mergedSheet.ts";
import { mergeSheet } from "../reports/merge/mergeSheet.ts";
import type { SheetImage } from "../reports/merge/sheetImage.ts";
import { imageOf } from "../reports/merge/sheetImage.ts";
import type { SheetState } from "../reports/merge/sheetState.ts";
import type { Report } from "../reports/report.ts";
import { colourWords } from "./colourWords.ts";
import { drawCharts } from "./drawCharts.ts";
import type { Memory, MemoryKey } from "./memory.ts";
import { openMemory } from "./memory.ts";
import { readReportSheet } from "./reportSheet.ts";
import { readRunEntry, runEntryText, takeRunMark, withRunMark } from "./runEntry.ts";
import { demandCells, growGrid, NEW_SHEET } from "./sheetGrid.ts";
import { writeCells } from "./writeCells.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const TAB_BLUE = "#1a73e8";
/** The memory's own grid, and room for the undo copies in it. */
const MEMORY_CELLS = 26_000;

type Found = {
  readonly sheet: Sheet;
  readonly key: MemoryKey;
  readonly before: { base: Base; state: SheetState; image: SheetImage } | undefined;
};

/** The report's sheet of earlier runs with what a person did to it since. */
function findSheet(
  sheets: readonly Sheet[],
  memory: Memory,
  report: Report,
  zone: () => string,
): Found | undefined {
  const ours = memory.keys.filter(
    (key) => key.report === report.name && key.period === report.period.label,
  );
  const [key, earlier] = ours;
  const sheet = sheets.find((one) => one.getSheetId() === key?.sheetId);
  if (!key || !sheet) return undefined;
  const entry = readRunEntry(memory.read(key));
  if (!entry) return { sheet, key, before: undefined };
  const { run, state } = takeRunMark(readReportSheet(sheet, zone));
  if (run === undefined && entry.before === null) return { sheet, key, before: undefined };
  const wasCutShort = run !== undefined && run !== key.run && run === earlier?.run;
  const whole = wasCutShort ? readRunEntry(memory.read(earlier)) : entry;
  const base = whole?.base ?? entry.base;
  return { sheet, key, before: { base, state, image: imageOf(state, base) } };
}

/** A name that no sheet has: a sheet of the user's own is never written over. */
function freeName(sheets: readonly Sheet[], wanted: string): string {
  const taken = new Set(sheets.map((sheet) => sheet.getName().toLowerCase()));
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted} (${number})`;
  return name;
}

/** A sheet of that name with nothing on it: what a run leaves that was cut short right after making it. */
function blankSheet(sheets: readonly Sheet[], name: string): Sheet | undefined {
  const sheet = sheets.find((one) => one.getName() === name);
  const data = sheet?.getDataRange();
  const isOneCell = data?.getNumRows() === 1 && data.getNumColumns() === 1;
  return isOneCell && data.isBlank() ? sheet : undefined;
}

type Room = { readonly rows: number; readonly columns: number };

/** The platform's refusal, which comes in the user's language, as the sentence with numbers where that is the reason. */
function sayIfFull<T>(spreadsheet: Spreadsheet, { rows, columns }: Room, work: () => T): T {
  try {
    return work();
  } catch (error) {
    demandCells(spreadsheet, rows * Math.max(columns, NEW_SHEET.columns) + MEMORY_CELLS);
    throw error;
  }
}

/** Reports stand first, in the order in which they were made. The sheet gets its size before anything is written. */
function newSheet(
  spreadsheet: Spreadsheet,
  sheets: readonly Sheet[],
  name: string,
  memory: Memory,
  room: Room,
): Sheet {
  const reports = new Set(memory.keys.map(({ sheetId }) => sheetId));
  const place = sheets.filter((sheet) => reports.has(sheet.getSheetId())).length;
  return sayIfFull(spreadsheet, room, () => {
    const unused = blankSheet(sheets, name);
    const sheet = unused ?? spreadsheet.insertSheet(freeName(sheets, name), place);
    const missing = room.rows - NEW_SHEET.rows;
    try {
      if (unused) growGrid(sheet, room.rows, room.columns);
      else if (missing > 0) sheet.insertRowsAfter(NEW_SHEET.rows, missing);
    } catch (error) {
      if (!unused) spreadsheet.deleteSheet(sheet);
      throw error;
    }
    return sheet;
  });
}

/** A sheet of earlier runs, as large as it has to be. */
function roomOn(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  { inserts }: MergedSheet,
  room: Room,
  filled = 0,
): Sheet {
  const grows = room.rows > Math.max(filled, NEW_SHEET.rows) || room.columns > NEW_SHEET.columns;
  return sayIfFull(spreadsheet, room, () => {
    for (const { at, count } of inserts) sheet.insertColumnsBefore(at + 1, count);
    if (grows) growGrid(sheet, room.rows, room.columns);
    return sheet;
  });
}

function dressSheet(sheet: Sheet, merged: MergedSheet): void {
  sheet.setColumnWidths(1, GRID_COLUMNS, COLUMN_PIXELS);
  sheet.hideColumns(merged.keyColumn + 1);
  sheet.setHiddenGridlines(true);
  sheet.setTabColor(TAB_BLUE);
  if (merged.frozenRows > 0) sheet.setFrozenRows(merged.frozenRows);
}

export type WrittenReport = { readonly sheet: Sheet; readonly conflicts: readonly string[] };

/**
 * Writes a report to its sheet: a new one for a new period, else merged with what a person did to it. What is needed
 * to undo and to merge again is remembered before the sheet is touched, so that a run that is cut short loses nothing.
 */
export function writeReport(
  spreadsheet: Spreadsheet,
  sheets: readonly Sheet[],
  report: Report,
  sheetTitle: string,
  zone: () => string,
): WrittenReport {
  const memory = openMemory(spreadsheet, sheets);
  const plan = planReport(report);
  const found = findSheet(sheets, memory, report, zone);
  const merged = mergeSheet(plan, found?.before);
  const [rows, columns] = [merged.entered.length, merged.entered[0]?.length ?? 0];
  const room = { rows, columns };
  const sheet = found
    ? roomOn(spreadsheet, found.sheet, merged, room, found.before?.state.entered.length)
    : newSheet(spreadsheet, sheets, `${sheetTitle} ${report.period.label}`, memory, room);
  const run = (found?.key.run ?? 0) + 1;
  const key: MemoryKey = {
    sheetId: sheet.getSheetId(),
    report: report.name,
    period: report.period.label,
    run,
  };
  const { image } = found?.before ?? {};
  const marked = image && found ? withRunMark(image, merged.keyColumn, found.key.run) : undefined;
  memory.write(key, runEntryText(marked, merged.base));
  writeCells(sheet, withRunMark(merged, merged.keyColumn, run), image);
  if (!image) dressSheet(sheet, merged);
  drawCharts(sheet, merged.charts, image?.charts ?? []);
  colourWords(sheet, merged.rules, image?.rules ?? [], Math.max(rows, NEW_SHEET.rows));
  return { sheet, conflicts: merged.conflicts };
}
