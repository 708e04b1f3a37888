import type { Base } from "../../reports/merge/base.ts";
import type { ColumnInsert } from "../../reports/merge/restoreColumns.ts";
import type { SheetImage } from "../../reports/merge/sheetImage.ts";
import { imageOf } from "../../reports/merge/sheetImage.ts";
import type { SheetState } from "../../reports/merge/sheetState.ts";
import { sheetLabel } from "../../reports/parts/sheetLabel.ts";
import type { Report } from "../../reports/report.ts";
import type { Book } from "../sheets/book.ts";
import { addDressedSheet, dressSheet, reportDress } from "../sheets/dressedSheet.ts";
import { EDIT } from "../sheets/editMemory.ts";
import type { Memory, MemoryKey } from "../sheets/memory.ts";
import { demandCells, NEW_SHEET } from "../sheets/sheetGrid.ts";
import { readReportSheet } from "./reportSheet.ts";
import { readRunEntry, takeRunMark } from "./runEntry.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The memory's own grid, and room for the undo copies in it. */
const MEMORY_CELLS = 26_000;

/** A report's sheet of earlier runs; `before` is what a person made of what was generated last. */
export type ReportPlace = {
  readonly sheet: Sheet;
  readonly key: MemoryKey;
  readonly before:
    | {
        readonly base: Base;
        readonly state: SheetState;
        readonly image: SheetImage;
        /** The run that wrote it. */
        readonly run: number;
      }
    | undefined;
};

/** The sheet of this report and period, if there is one. */
export function findPlace(book: Book, memory: Memory, report: Report): ReportPlace | undefined {
  const [key, earlier] = memory.keys.filter(
    (one) => one.report === report.name && one.period === sheetLabel(report),
  );
  const sheet = book.sheets.find((one) => one.getSheetId() === key?.sheetId);
  if (!key || !sheet) return undefined;
  const entry = readRunEntry(memory.read(key));
  if (!entry) return { sheet, key, before: undefined };
  const { run, state } = takeRunMark(readReportSheet(sheet, book.zone));
  if (run === undefined && entry.before === null) return { sheet, key, before: undefined };
  const wasCutShort = run !== undefined && run !== key.run && run === earlier?.run;
  const whole = wasCutShort ? readRunEntry(memory.read(earlier)) : entry;
  const base = whole?.base ?? entry.base;
  const writtenBy = wasCutShort ? run : key.run;
  return { sheet, key, before: { base, state, image: imageOf(state, base), run: writtenBy } };
}

/** A name that no sheet has: a sheet of the user's own is never written over. */
function freeName({ sheets }: Book, wanted: string): string {
  const taken = new Set(sheets.map((sheet) => sheet.getName().toLowerCase()));
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted} (${number})`;
  return name;
}

/** A sheet of that name with nothing on it: what a run leaves that was cut short right after making it. */
function blankSheet(book: Book, name: string): Sheet | undefined {
  const sheet = book.find(name);
  const data = sheet?.getDataRange();
  const isOneCell = data?.getNumRows() === 1 && data.getNumColumns() === 1;
  return isOneCell && data.isBlank() ? sheet : undefined;
}

type Room = { readonly rows: number; readonly columns: number };

/** The platform's refusal, which comes in the user's language, as the sentence with numbers where that is the reason. */
function sayIfFull<T>(book: Book, { rows, columns }: Room, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const cells = rows * Math.max(columns, NEW_SHEET.columns) + MEMORY_CELLS;
    demandCells(book.spreadsheet, cells);
    throw error;
  }
}

/** A sheet with its size and common looks, before anything is written on it. Reports stand first, in the order in which they were made. */
export function newPlace(book: Book, memory: Memory, name: string, room: Room): Sheet {
  const runs = memory.keys.filter(({ report }) => report !== EDIT);
  const reports = new Set(runs.map(({ sheetId }) => sheetId));
  const place = book.sheets.filter((sheet) => reports.has(sheet.getSheetId())).length;
  return sayIfFull(book, room, () => {
    const unused = blankSheet(book, name);
    const sheet = unused ?? addDressedSheet(book, reportDress, freeName(book, name), place);
    if (unused) dressSheet(unused);
    try {
      book.grow(sheet, room.rows, room.columns);
    } catch (error) {
      if (!unused) book.remove(sheet);
      throw error;
    }
    return sheet;
  });
}

/** Gives a sheet of earlier runs back its deleted columns and the size it has to have. */
export function makeRoom(
  book: Book,
  { sheet, before }: ReportPlace,
  room: Room,
  inserts: readonly ColumnInsert[],
): Sheet {
  const filled = before?.state.entered.length ?? 0;
  if (before) book.saw(sheet, filled, before.state.entered[0]?.length ?? 0);
  const grows = room.rows > Math.max(filled, NEW_SHEET.rows) || room.columns > NEW_SHEET.columns;
  return sayIfFull(book, room, () => {
    for (const { at, count } of inserts) book.insertColumns(sheet, at, count);
    if (grows) book.grow(sheet, room.rows, room.columns);
    return sheet;
  });
}
