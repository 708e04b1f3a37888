import type { Day } from "../../core/calendar/day.ts";
import type { Stage } from "../../core/pipeline/stage.ts";
import { subjects } from "../../settings/catalog.ts";
import type { Settings } from "../../settings/settings.ts";
import type { AnyTable } from "../../tables/catalog.ts";
import { importIssues } from "../../tables/importIssues.ts";
import { importLog } from "../../tables/importLog.ts";
import type { Cell } from "../../tables/reading/cell.ts";
import type { Issue } from "../../tables/reading/issue.ts";
import { momentOfDate } from "../../tables/reading/spreadsheetDate.ts";
import { snapshots } from "../../tables/snapshots.ts";
import { snapshotContent } from "../jobs/snapshotContent.ts";
import { createSettingsSheets, writeSettings } from "../settings/settingsSheets.ts";
import { appended } from "../sheets/appendTable.ts";
import type { Book } from "../sheets/book.ts";
import { demandCells } from "../sheets/sheetGrid.ts";
import { type SheetPatch, sheetPatch } from "../sheets/sheetPatch.ts";
import {
  addedCells,
  type Prepared,
  prepareTable,
  type TableCells,
  writeTable,
} from "../sheets/tableSheet.ts";
import type { MergedPart } from "./importParts.ts";
import type { ImportRecord } from "./importRecord.ts";
import { type ImportPatch, keepUndo, takeBackHalf, type Undo } from "./importUndo.ts";

export type ImportOutcome = {
  readonly parts: readonly MergedPart[];
  /** Undefined: the stages stay as they are. */
  readonly stages: readonly Stage[] | undefined;
  /** As they are after the import. */
  readonly settings: Settings;
  /** The day of the export; undefined: the import is not dated and makes no snapshots. */
  readonly day: Day | undefined;
  readonly record: ImportRecord;
  readonly issues: readonly Issue[];
  /** The Import log as it is. */
  readonly log: readonly (readonly Cell[])[];
  /** Imports of one batch can be undone together; undefined: nothing is kept to undo with. */
  readonly batch: string | undefined;
  /** Stages before the import, where it changes them. */
  readonly stagesBefore: readonly Stage[] | undefined;
};

/** Issues of one import that are listed; more of them say nothing new. */
export const MOST_ISSUES = 2000;
/** Cells to be freed beyond what the import needs: for reports, what they keep to merge with and to undo. */
const RESERVE = 200_000;

type CellsOf = (table: AnyTable) => readonly (readonly Cell[])[];
type Write = {
  readonly table: AnyTable;
  readonly content: TableCells;
  readonly existing: readonly (readonly Cell[])[];
};

/**
 * Works out everything that is to be written, makes room for all of it, and only then writes: a spreadsheet that is
 * full refuses while there is nothing in it yet. When the platform fails on the way, what was written goes again.
 */
export function writeImport(book: Book, outcome: ImportOutcome): void {
  const { parts, stages, record, issues, log } = outcome;
  const cellsOf: CellsOf = (table) => book.read(table.sheet);
  const importId = `I${String(Math.max(1, log.length)).padStart(4, "0")}`;
  const writes: Write[] = parts
    .filter(({ isUnchanged }) => !isUnchanged)
    .map(({ part: { table }, merge, existing }) => ({ table, content: merge, existing }));
  const deals = parts.find(({ part }) => part.table.name === "opportunities");
  if (deals && outcome.day !== undefined) {
    const { settings, day } = outcome;
    const frozen = snapshotContent(deals.merge, { settings, day, importId }, cellsOf(snapshots));
    if (frozen) writes.push({ table: snapshots, ...frozen });
  }
  const listed = issuesWrite(issues, record.file, importId, cellsOf);
  if (listed) writes.push(listed);
  const importedAt = momentOfDate(new Date(), book.zone());
  writes.push({
    table: importLog,
    content: appended(importLog, log, [{ importId, importedAt, ...record }]),
    existing: log,
  });
  const undo = undoPatch(book, outcome, writes);
  const hasStages = book.find(subjects.stages.sheet) !== undefined;
  const before = new Set(book.sheets);
  const prepared: Prepared[] = [];
  let undoBefore: { readonly kept: Undo | undefined } | undefined;
  try {
    makeRoom(book, writes, stages, prepared);
    undoBefore = { kept: keepUndo(book, outcome.batch, undo) };
    if (stages && hasStages) writeSettings("stages", stages, book);
    for (const one of prepared) writeTable(book, one);
  } catch (error) {
    const patches = undo?.sheets ?? patchesOf(writes, (sheet) => !before.has(sheet), book);
    const touched = new Set(prepared.map(({ table }) => table.sheet));
    const sheets = patches.filter(({ sheet }) => touched.has(sheet));
    const half = { file: record.file, sheets, stages: outcome.stagesBefore };
    takeBackHalf(book, half, before, undoBefore);
    throw error;
  }
  book.showAgain();
}

/** Worked out before sheets are made; nothing is kept for an import that nobody is there to undo. */
function undoPatch(
  book: Book,
  { batch, record, stagesBefore }: ImportOutcome,
  writes: readonly Write[],
): ImportPatch | undefined {
  if (batch === undefined) return undefined;
  return { file: record.file, sheets: patchesOf(writes, () => false, book), stages: stagesBefore };
}

function patchesOf(
  writes: readonly Write[],
  isMade: (sheet: GoogleAppsScript.Spreadsheet.Sheet) => boolean,
  book: Book,
): SheetPatch[] {
  return writes.map(({ table, content, existing }) => {
    const sheet = book.find(table.sheet);
    return sheetPatch(table, existing, content, sheet === undefined || isMade(sheet));
  });
}

/**
 * Adding up all grids takes two calls a sheet, so the spreadsheet is asked only when it refused; its own refusal comes
 * in the user's language and without a number. `prepared` says how far it came.
 */
function makeRoom(
  book: Book,
  writes: readonly Write[],
  stages: readonly Stage[] | undefined,
  prepared: Prepared[],
): void {
  const before = new Set(book.sheets);
  const demanded = () =>
    writes.reduce((sum, { table, content }) => sum + addedCells(book, table, content), RESERVE);
  try {
    if (stages) createSettingsSheets({ stages }, book);
    for (const { table, content } of writes) prepared.push(prepareTable(book, table, content));
  } catch (error) {
    for (const sheet of book.sheets.filter((one) => !before.has(one))) book.remove(sheet);
    demandCells(book.spreadsheet, demanded());
    throw error;
  }
}

/** The issues of this import take the place of those that the same file had before. */
function issuesWrite(
  issues: readonly Issue[],
  file: string,
  importId: string,
  cellsOf: CellsOf,
): Write | undefined {
  const existing = cellsOf(importIssues);
  const rows = issues.slice(0, MOST_ISSUES).map((issue) => ({ ...issue, file, importId }));
  if (issues.length > MOST_ISSUES) {
    rows.push({
      table: "",
      message: `${issues.length - MOST_ISSUES} more issues are not listed.`,
      remedy: "Put right what is listed and import again.",
      rejected: false,
      file,
      importId,
    });
  }
  let dropped = 0;
  const content = appended(importIssues, existing, rows, (cellOf) => {
    const isOld = cellOf("file") === file;
    if (isOld) dropped++;
    return !isOld;
  });
  return rows.length + dropped > 0 ? { table: importIssues, content, existing } : undefined;
}
