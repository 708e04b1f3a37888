import { COLUMN_PIXELS, GRID_COLUMNS, KEY_COLUMN } from "../../reports/layout/grid.ts";
import type { Book } from "./book.ts";
import { NEW_SHEET } from "./sheetGrid.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What sheets of a kind have in common before anything stands on them. */
export type Dress = {
  /** The hidden sheet to copy. */
  readonly pattern: string;
  readonly size: { readonly rows: number; readonly columns: number };
  /** Dresses a new sheet. */
  readonly put: (book: Book, sheet: Sheet) => void;
};

const TAB_BLUE = "#1a73e8";

export function dressSheet(sheet: Sheet): void {
  sheet.setColumnWidths(1, GRID_COLUMNS, COLUMN_PIXELS);
  sheet.hideColumns(KEY_COLUMN);
  sheet.setHiddenGridlines(true);
  sheet.setTabColor(TAB_BLUE);
}

export const reportDress: Dress = {
  pattern: "RevOps layout",
  size: NEW_SHEET,
  put: (_, sheet) => dressSheet(sheet),
};

/** True for a sheet to copy: nobody wrote on it or took rows or columns away. */
function isPattern(book: Book, { size }: Dress, sheet: Sheet | undefined): sheet is Sheet {
  if (!sheet || !book.holds(sheet, size.rows, size.columns)) return false;
  const data = sheet.getDataRange();
  return data.getNumRows() === 1 && data.getNumColumns() === 1;
}

/** Makes the hidden sheet to copy from a new sheet that is dressed and still blank, unless it is there. */
function keepPattern(book: Book, { pattern }: Dress, sheet: Sheet): void {
  if (!book.find(pattern)) book.add(pattern, book.sheets.length, sheet).hideSheet();
}

/** Makes the hidden sheet to copy beforehand, where it is missing. */
export function makePattern(book: Book, dress: Dress): void {
  if (book.find(dress.pattern)) return;
  const sheet = book.add(dress.pattern);
  dress.put(book, sheet);
  sheet.hideSheet();
}

/**
 * A new sheet, dressed. The first one is copied to a hidden sheet while it is still blank, so that later ones come
 * dressed in one call.
 */
export function addDressedSheet(book: Book, dress: Dress, name: string, place: number): Sheet {
  const last = book.lastDressed.get(dress);
  const isUsable = isPattern(book, dress, last);
  const known = isUsable ? last : book.find(dress.pattern);
  if (isPattern(book, dress, known)) {
    // At least the size of the pattern; what a person added beyond is not missed.
    book.hasSize(known, dress.size);
    const sheet = book.add(name, place, known);
    // A copy of a hidden sheet may be hidden too.
    if (!isUsable) sheet.showSheet();
    book.lastDressed.set(dress, sheet);
    return sheet;
  }
  const sheet = book.add(name, place);
  dress.put(book, sheet);
  keepPattern(book, dress, sheet);
  return sheet;
}
