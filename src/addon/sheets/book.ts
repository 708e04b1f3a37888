import type { Cell } from "../../tables/reading/cell.ts";
import { sheetCells } from "./sheetCells.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The size of a sheet's grid; undefined: not asked for yet. At least: what a read has shown. */
type Size = { rows?: number; columns?: number; leastRows: number; leastColumns: number };

/** Cells of sheets up to this size are kept for whoever wants them again in the same run. */
const KEPT_CELLS = 50_000;

/** The grid of a sheet that is made without a template. */
const NEW_GRID = { rows: 1000, columns: 26 };

/**
 * One run's view of the spreadsheet: what is asked of it is asked once. Each run opens its own and hands it on, since
 * in between a person may change everything.
 */
export class Book {
  readonly spreadsheet: Spreadsheet;
  /** In the order of their tabs. */
  readonly sheets: Sheet[];
  /** The spreadsheet's time zone; asked for only when a date needs it. */
  readonly zone: () => string;
  readonly locale: () => string;
  /** The newest sheet of each kind that this run has made by copying. */
  readonly lastDressed = new Map<object, Sheet>();
  private readonly active: Sheet;
  private isCovered = false;
  private readonly sizes = new Map<number, Size>();
  private readonly cells = new Map<string, Cell[][]>();

  constructor(spreadsheet: Spreadsheet = SpreadsheetApp.getActiveSpreadsheet()) {
    this.spreadsheet = spreadsheet;
    this.sheets = [...spreadsheet.getSheets()];
    this.zone = once(() => spreadsheet.getSpreadsheetTimeZone());
    this.locale = once(() => spreadsheet.getSpreadsheetLocale());
    this.active = spreadsheet.getActiveSheet();
  }

  find(name: string): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.getName() === name);
  }

  /** All cells of a sheet; none where it is missing or empty. */
  read(name: string): Cell[][] {
    const sheet = this.find(name);
    if (!sheet) return [];
    const cells = sheetCells(sheet, this.zone);
    const width = cells[0]?.length ?? 0;
    this.saw(sheet, cells.length, width);
    if (cells.length * width <= KEPT_CELLS) this.cells.set(name, cells);
    return cells;
  }

  /** The cells of a sheet that this run has read and not written to; read now where it has not. */
  readAgain(name: string): Cell[][] {
    return this.cells.get(name) ?? this.read(name);
  }

  /** Takes note that a sheet has at least so many rows and columns, so that nobody need ask. */
  saw(sheet: Sheet, rows: number, columns: number): void {
    const size = this.sizeOf(sheet);
    size.leastRows = Math.max(size.leastRows, rows);
    size.leastColumns = Math.max(size.leastColumns, columns);
  }

  /** Takes note of a sheet's size, so that nobody need ask. */
  hasSize(sheet: Sheet, { rows, columns }: { readonly rows: number; readonly columns: number }) {
    this.sizes.set(sheet.getSheetId(), { rows, columns, leastRows: rows, leastColumns: columns });
  }

  /** True for a sheet that was read and holds nothing. */
  isBlank(sheet: Sheet): boolean {
    return this.sizeOf(sheet).leastRows === 0;
  }

  rowsOf(sheet: Sheet): number {
    const size = this.sizeOf(sheet);
    size.rows ??= sheet.getMaxRows();
    return size.rows;
  }

  columnsOf(sheet: Sheet): number {
    const size = this.sizeOf(sheet);
    size.columns ??= sheet.getMaxColumns();
    return size.columns;
  }

  /** True when the grid has at least so many rows and columns: Sheets refuses a range that it does not hold. */
  holds(sheet: Sheet, rows: number, columns: number): boolean {
    try {
      sheet.getRange(1, 1, rows, columns);
    } catch {
      return false;
    }
    this.saw(sheet, rows, columns);
    return true;
  }

  /** Enlarges a grid that has fewer rows or columns, by some more rows than needed now; tells whether it did. */
  grow(sheet: Sheet, rows: number, columns: number, spareRows = 0): boolean {
    if (this.holds(sheet, rows, columns)) return false;
    const size = this.sizeOf(sheet);
    let isGrown = false;
    const width = columns > size.leastColumns ? this.columnsOf(sheet) : columns;
    if (columns > width) {
      this.insertColumns(sheet, width, columns - width);
      isGrown = true;
    }
    const height = rows > size.leastRows ? this.rowsOf(sheet) : rows;
    if (rows > height) {
      const more = rows - height + spareRows;
      sheet.insertRowsAfter(height, more);
      size.rows = height + more;
      isGrown = true;
    }
    return isGrown;
  }

  insertColumns(sheet: Sheet, after: number, count: number): void {
    if (after === 0) sheet.insertColumnsBefore(1, count);
    else sheet.insertColumnsAfter(after, count);
    const size = this.sizeOf(sheet);
    size.leastColumns += count;
    if (size.columns !== undefined) size.columns += count;
  }

  /** Gives a grid exactly this size. */
  resize(sheet: Sheet, rows: number, columns: number): void {
    this.grow(sheet, rows, columns);
    const [spareRows, spareColumns] = [this.rowsOf(sheet) - rows, this.columnsOf(sheet) - columns];
    if (spareColumns > 0) sheet.deleteColumns(columns + 1, spareColumns);
    if (spareRows > 0) sheet.deleteRows(rows + 1, spareRows);
    this.hasSize(sheet, { rows, columns });
  }

  /** Adds a sheet at a place among the tabs, counted from 0; at the end when none is given. It may be the copy of another. */
  add(name: string, place = this.sheets.length, template?: Sheet): Sheet {
    const sheet = template
      ? this.spreadsheet.insertSheet(name, place, { template })
      : this.spreadsheet.insertSheet(name, place);
    this.sheets.splice(place, 0, sheet);
    const size = template
      ? { rows: this.rowsOf(template), columns: this.columnsOf(template) }
      : NEW_GRID;
    this.hasSize(sheet, size);
    this.isCovered = true;
    return sheet;
  }

  remove(sheet: Sheet): void {
    this.spreadsheet.deleteSheet(sheet);
    const at = this.sheets.indexOf(sheet);
    if (at >= 0) this.sheets.splice(at, 1);
  }

  /** A new sheet comes to the front; this brings back the one that the person was looking at. */
  showAgain(): void {
    if (this.isCovered) this.spreadsheet.setActiveSheet(this.active);
    this.isCovered = false;
  }

  private sizeOf(sheet: Sheet): Size {
    const id = sheet.getSheetId();
    let size = this.sizes.get(id);
    if (!size) {
      size = { leastRows: 0, leastColumns: 0 };
      this.sizes.set(id, size);
    }
    return size;
  }
}

/** Asks once and remembers the answer. */
function once<T>(ask: () => T): () => T {
  let known: { readonly answer: T } | undefined;
  return () => {
    known ??= { answer: ask() };
    return known.answer;
  };
}
