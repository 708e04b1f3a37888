import { isoFromDay } from "../../core/calendar/day.ts";
import { subjectList } from "../../settings/catalog.ts";
import { crmTables, tables } from "../../tables/catalog.ts";
import { importLog } from "../../tables/importLog.ts";
import type { ImportsView } from "../calls/requests.ts";
import type { Book } from "../sheets/book.ts";
import { openMemory } from "../sheets/memory.ts";
import { importLogRows, SNAPSHOT_SOURCE } from "./importLogRows.ts";
import { undoableFiles } from "./importUndo.ts";

const SHOWN = 8;

/** The tabs that may hold an export, the last imports and whether the last one can be taken back. */
export function importsView(book: Book): ImportsView {
  const own = new Set([...tables, ...subjectList].map(({ sheet }) => sheet));
  const reports = new Set(openMemory(book).keys.map(({ sheetId }) => sheetId));
  const others = book.sheets.filter(
    (sheet) => !own.has(sheet.getName()) && !reports.has(sheet.getSheetId()),
  );
  const imports = importLogRows(book.read(importLog.sheet)).filter(
    ({ source }) => source !== SNAPSHOT_SOURCE,
  );
  const rows = imports.slice(-SHOWN).reverse();
  return {
    tabs: others.filter((sheet) => !sheet.isSheetHidden()).map((sheet) => sheet.getName()),
    tables: crmTables.map(({ sheet }) => sheet),
    imports: rows.map((row) => ({
      file: row.file,
      table: row.table ?? "",
      at: row.importedAt === undefined ? "" : momentText(row.importedAt),
      text: `${row.added ?? 0} new, ${row.changed ?? 0} changed, ${row.unchanged ?? 0} unchanged, ${row.rejected ?? 0} rejected`,
    })),
    undo: undoableFiles(book),
  };
}

/** `2026-06-15 09:30` */
function momentText(moment: number): string {
  const minutes = Math.round((moment - Math.floor(moment)) * 1440);
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${isoFromDay(moment)} ${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`;
}
