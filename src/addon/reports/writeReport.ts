import { KEY_COLUMN } from "../../reports/layout/grid.ts";
import { linkedPlan } from "../../reports/layout/links.ts";
import { planReport } from "../../reports/layout/planReport.ts";
import { mergeSheet } from "../../reports/merge/mergeSheet.ts";
import { sheetLabel, sheetTitle } from "../../reports/parts/sheetLabel.ts";
import type { Report } from "../../reports/report.ts";
import type { Book } from "../sheets/book.ts";
import { dressSheet } from "../sheets/dressedSheet.ts";
import type { MemoryKey } from "../sheets/memory.ts";
import { openMemory } from "../sheets/memory.ts";
import { NEW_SHEET } from "../sheets/sheetGrid.ts";
import { colourWords } from "./colourWords.ts";
import { drawCharts } from "./drawCharts.ts";
import { findPlace, makeRoom, newPlace } from "./reportPlace.ts";
import { runEntryText, withRunMark } from "./runEntry.ts";
import { writeCells } from "./writeCells.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export type WrittenReport = {
  readonly sheet: Sheet;
  readonly conflicts: readonly string[];
  /** True: the sheet was made, and stands in front. */
  readonly isNew: boolean;
};

/**
 * Writes a report to its sheet: a new one for a new period, else merged with what a person did to it. What is needed
 * to undo and to merge again is remembered before the sheet is touched, so that a run that is cut short loses nothing.
 */
export function writeReport(book: Book, report: Report, title: string): WrittenReport {
  const memory = openMemory(book);
  const plan = planReport(report);
  const found = findPlace(book, memory, report);
  // A new sheet is made first: the report's links name it.
  const place =
    found?.sheet ??
    newPlace(book, memory, `${sheetTitle(title)} ${sheetLabel(report)}`, {
      rows: plan.rows.length,
      columns: KEY_COLUMN,
    });
  const sheetId = place.getSheetId();
  const merged = mergeSheet(linkedPlan(plan, sheetId), found?.before);
  const room = { rows: merged.entered.length, columns: merged.entered[0]?.length ?? 0 };
  const sheet = found ? makeRoom(book, found, room, merged.inserts) : place;
  const key: MemoryKey = {
    sheetId,
    report: report.name,
    period: sheetLabel(report),
    run: (found?.key.run ?? 0) + 1,
  };
  const { image, run: writtenBy } = found?.before ?? {};
  const marked = image && withRunMark(image, merged.keyColumn, writtenBy ?? 0);
  memory.write(key, runEntryText(marked, merged.base));
  writeCells(sheet, withRunMark(merged, merged.keyColumn, key.run), image);
  if (found && !image) dressSheet(sheet);
  if (!image && merged.frozenRows > 0) sheet.setFrozenRows(merged.frozenRows);
  drawCharts(sheet, merged.charts, image?.charts ?? []);
  colourWords(sheet, merged.rules, image?.rules ?? [], Math.max(room.rows, NEW_SHEET.rows));
  return { sheet, conflicts: merged.conflicts, isNew: !found };
}
