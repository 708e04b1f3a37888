import type { KeptRows } from "../reports/report.ts";
import { tables } from "../tables/catalog.ts";
import { mergeRecords } from "../tables/mergeRecords.ts";
import type { Book } from "./book.ts";
import { prepareTable, writeTable } from "./tableSheet.ts";

/** Brings a report's rows into their data sheet; what a person wrote beside them stays with its row. */
export function keepRows(book: Book, { table: name, fields, rows }: KeptRows): void {
  const table = tables.find((one) => one.name === name);
  if (table === undefined || rows.length === 0) return;
  const existing = book.read(table.sheet);
  // A new sheet has all its columns, those that a person fills too.
  const written = existing.length > 0 ? fields : table.columns.map(({ field }) => field);
  const merged = mergeRecords({
    table,
    existing,
    incoming: { fields: written, rows: rows as readonly Record<string, unknown>[] },
    missing: "keep",
    day: undefined,
  });
  if (existing.length > 0 && merged.newRows.length === 0 && merged.changed.length === 0) return;
  writeTable(book, prepareTable(book, table, merged));
  book.showAgain();
}
