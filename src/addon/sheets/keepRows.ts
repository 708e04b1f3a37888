import type { KeptRows } from "../../reports/parts/keptRows.ts";
import { tables } from "../../tables/catalog.ts";
import type { Cell } from "../../tables/reading/cell.ts";
import { type MergeResult, mergeRecords } from "../../tables/records/mergeRecords.ts";
import type { Book } from "./book.ts";
import { type Prepared, prepareTable, writeTable } from "./tableSheet.ts";

type Rows = readonly Record<string, unknown>[];

/**
 * Brings a report's rows into their data sheets; what a person wrote beside them stays with its row. All sheets have
 * room before the first is written: those that are made are copied while they are blank.
 */
export function keepRows(book: Book, kept: readonly KeptRows[]): void {
  const prepared = kept.map((rows) => prepare(book, rows));
  for (const one of prepared) if (one) writeTable(book, one);
}

/** The sheet with room for the rows; undefined where nothing is to be written. */
function prepare(
  book: Book,
  { table: name, fields, proposed = [], rows }: KeptRows,
): Prepared | undefined {
  const table = tables.find((one) => one.name === name);
  if (table === undefined || rows.length === 0) return undefined;
  const existing = book.readAgain(table.sheet);
  const merge = (from: readonly (readonly Cell[])[], written: readonly string[], incoming: Rows) =>
    mergeRecords({
      table,
      existing: from,
      incoming: { fields: written, rows: incoming },
      missing: "keep",
      day: undefined,
    });
  // A new sheet has all its columns, those that a person fills too.
  const written = existing.length > 0 ? fields : table.columns.map(({ field }) => field);
  const merged = merge(existing, written, rows as Rows);
  if (existing.length > 0 && merged.newRows.length === 0 && merged.changed.length === 0)
    return undefined;
  return prepareTable(book, table, withProposals());

  /** New rows alone begin with what is proposed. */
  function withProposals(): MergeResult<Record<string, unknown>> {
    if (existing.length === 0 || proposed.length === 0 || merged.newRows.length === 0)
      return merged;
    const both = merge(
      [merged.header, ...merged.cells],
      [...fields, ...proposed],
      merged.newRows as Rows,
    );
    // A column that a person has deleted stays away.
    if (both.insertedColumns.length > 0) return merged;
    return { ...merged, cells: both.cells, ownColumns: both.ownColumns };
  }
}
