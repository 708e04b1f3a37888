import { SERIAL_OF_EPOCH } from "../../core/calendar/day.ts";
import type { AnyTable } from "../../tables/catalog.ts";
import { type Cell, isDateCell } from "../../tables/reading/cell.ts";
import { letterOf } from "../../tables/reading/readTable.ts";
import type { Book } from "./book.ts";
import { addDressedSheet } from "./dressedSheet.ts";
import { offerChoices } from "./offerChoices.ts";
import { styleHeader, tableDress } from "./tableDress.ts";
import { tableFormats } from "./tableFormats.ts";
import { setWidths } from "./tableWidths.ts";
import { tabPlace } from "./tabPlace.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Cells written in one call. */
const CHUNK_CELLS = 400_000;
/** Cells of a sheet that is formatted cell by cell. */
const SMALL_CELLS = 50_000;
/** Columns kept free beside the data for a person's own. */
const SPARE_COLUMNS = 3;
/** Rows a sheet keeps below its data when it is made or enlarged; more of them where every run adds some. */
const SPARE_ROWS = 20;
const SPARE_LINES = 200;

/** What a sheet is to hold: all columns in order, of which only some may be written. */
export type TableCells = {
  readonly header: readonly string[];
  readonly cells: readonly (readonly Cell[])[];
  readonly ownColumns: readonly number[];
  readonly insertedColumns: readonly { readonly at: number; readonly count: number }[];
  /** How many rows at the top, below the header, are there already as they are to be. */
  readonly unwritten?: number | undefined;
};

/** The name that formulas call a table's sheet by: REVOPS_OPPORTUNITY_HISTORY. */
export function rangeName(table: AnyTable): string {
  return `REVOPS_${table.sheet.toUpperCase().replace(/[^A-Z0-9]+/g, "_")}`;
}

/** A table's sheet that has room for what is to be written. */
export type Prepared = {
  readonly table: AnyTable;
  readonly content: TableCells;
  readonly sheet: Sheet;
  /** True: it holds nothing yet. */
  readonly isNew: boolean;
  /** True: it has the looks of a data sheet already. */
  readonly isDressed: boolean;
  /** True: the grid is larger than it was. */
  readonly isGrown: boolean;
};

/** Makes the sheet or the room that a table needs; no cell is written yet. */
export function prepareTable(book: Book, table: AnyTable, content: TableCells): Prepared {
  const { header, cells, insertedColumns } = content;
  const existing = book.find(table.sheet);
  if (!existing) {
    const names = book.sheets.map((one) => one.getName());
    const sheet = addDressedSheet(book, tableDress, table.sheet, tabPlace(names, table.sheet));
    const { rows, columns } = newSize(content);
    book.resize(sheet, rows, columns);
    return { table, content, sheet, isNew: true, isDressed: true, isGrown: true };
  }
  const spare = table.mode === "append" ? SPARE_LINES : SPARE_ROWS;
  const isNew = book.isBlank(existing);
  const isWider = insertedColumns.length > 0;
  const made: { at: number; count: number }[] = [];
  try {
    for (const { at, count } of insertedColumns) {
      book.insertColumns(existing, at, count);
      made.unshift({ at, count });
    }
    const isGrown = book.grow(existing, cells.length + 1, header.length, spare);
    const isLarger = isGrown || isNew || isWider;
    return { table, content, sheet: existing, isNew, isDressed: false, isGrown: isLarger };
  } catch (error) {
    for (const { at, count } of made) existing.deleteColumns(at + 1, count);
    throw error;
  }
}

/** Writes a table's columns to its sheet. Columns that are not the table's own are left alone. */
export function writeTable(book: Book, prepared: Prepared): void {
  const { table, sheet, isNew, isDressed, isGrown } = prepared;
  const { header, cells, ownColumns, insertedColumns, unwritten: kept = 0 } = prepared.content;
  const lines = kept > 0 ? cells.slice(kept) : [header, ...cells];
  const first = kept > 0 ? kept + 2 : 1;
  if (isNew) {
    if (!isDressed) styleHeader(sheet, header.length);
    setWidths(sheet, table, prepared.content, isDressed ? tableDress.size.columns : 0);
    setFormats(book, sheet, table, header, ownColumns);
    offerChoices(book, sheet, table, header);
  } else {
    if (insertedColumns.length > 0) {
      styleHeader(sheet, header.length);
      setFormats(book, sheet, table, header, addedColumns(ownColumns, insertedColumns));
    }
    keepWords(sheet, table, prepared.content, Math.max(first, 2), first + lines.length - 1);
  }
  for (const { start, count } of runs(ownColumns)) {
    const block = lines.map((row) => row.slice(start, start + count));
    writeBlock(sheet, first, start, block);
  }
  if (isGrown) {
    const whole = sheet.getRange(1, 1, book.rowsOf(sheet), book.columnsOf(sheet));
    book.spreadsheet.setNamedRange(rangeName(table), whole);
  }
}

/** Text that looks like a number or a formula stays text only under a text format, which a person may have changed. */
function keepWords(
  sheet: Sheet,
  table: AnyTable,
  { header, ownColumns }: TableCells,
  first: number,
  last: number,
): void {
  const formatOf = tableFormats(table);
  const words = ownColumns.filter((index) => formatOf(header[index]) === "@");
  if (words.length === 0 || last < first) return;
  const addresses = runs(words).map(
    ({ start, count }) => `${letterOf(start)}${first}:${letterOf(start + count - 1)}${last}`,
  );
  sheet.getRangeList(addresses).setNumberFormat("@");
}

/** Own columns that the sheet did not have; insertions say where they stand now. */
function addedColumns(
  ownColumns: readonly number[],
  insertions: TableCells["insertedColumns"],
): number[] {
  const added = new Set<number>();
  for (const { at, count } of insertions)
    for (let column = at; column < at + count; column += 1) added.add(column);
  return ownColumns.filter((column) => added.has(column));
}

/**
 * Formats come before values, so that text that looks like a number or a formula stays text: cell by cell in one call
 * on a small sheet, else one call for each kind of format.
 */
function setFormats(
  book: Book,
  sheet: Sheet,
  table: AnyTable,
  header: readonly string[],
  ownColumns: readonly number[],
): void {
  const formatOf = tableFormats(table);
  const byFormat = new Map<string, string[]>();
  const last = book.rowsOf(sheet);
  if (last < 2) return;
  if (ownColumns.length === header.length && last * header.length <= SMALL_CELLS) {
    const line = header.map((heading) => formatOf(heading));
    const range = sheet.getRange(2, 1, last - 1, header.length);
    range.setNumberFormats(Array.from({ length: last - 1 }, () => line));
    return;
  }
  for (const { start, count, format } of formatRuns(ownColumns, (index) =>
    formatOf(header[index]),
  )) {
    const address = `${letterOf(start)}2:${letterOf(start + count - 1)}${last}`;
    byFormat.set(format, [...(byFormat.get(format) ?? []), address]);
  }
  for (const [format, addresses] of byFormat) sheet.getRangeList(addresses).setNumberFormat(format);
}

type Run = { start: number; count: number };

/** Neighbouring columns as one run. */
function runs(columns: readonly number[]): Run[] {
  return formatRuns(columns, () => "");
}

function formatRuns(
  columns: readonly number[],
  formatOf: (column: number) => string,
): (Run & { format: string })[] {
  const found: (Run & { format: string })[] = [];
  for (const column of columns) {
    const format = formatOf(column);
    const last = found[found.length - 1];
    if (last && last.start + last.count === column && last.format === format) last.count++;
    else found.push({ start: column, count: 1, format });
  }
  return found;
}

/** Writes rows in as few calls as their size allows. */
function writeBlock(
  sheet: Sheet,
  first: number,
  start: number,
  rows: readonly (readonly Cell[])[],
): void {
  const width = rows[0]?.length ?? 0;
  const chunk = Math.max(1, Math.floor(CHUNK_CELLS / Math.max(1, width)));
  for (let at = 0; at < rows.length; at += chunk) {
    const values = rows.slice(at, at + chunk).map((row) => row.map(toValue));
    sheet.getRange(first + at, start + 1, values.length, width).setValues(values);
  }
}

/** A cell as it is written; dates are serial numbers under a date format. */
function toValue(cell: Cell): string | number | boolean {
  return isDateCell(cell) ? cell.moment + SERIAL_OF_EPOCH : (cell ?? "");
}

/** The grid of a new sheet: as it comes where there is room, else what its records need and some more. */
function newSize({ header, cells }: TableCells): { rows: number; columns: number } {
  const { rows, columns } = tableDress.size;
  const needed = { rows: cells.length + 1 + SPARE_ROWS, columns: header.length + SPARE_COLUMNS };
  if (needed.rows > rows) return needed;
  return { rows, columns: Math.max(columns, needed.columns) };
}

/** Grid cells that writing the content adds to the spreadsheet. */
export function addedCells(book: Book, table: AnyTable, content: TableCells): number {
  const { header, cells } = content;
  const sheet = book.find(table.sheet);
  if (!sheet) {
    const { rows, columns } = newSize(content);
    return rows * columns;
  }
  const [rows, columns] = [book.rowsOf(sheet), book.columnsOf(sheet)];
  return Math.max(rows, cells.length + 1) * Math.max(columns, header.length) - rows * columns;
}
