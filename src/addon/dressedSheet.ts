import { COLUMN_PIXELS, GRID_COLUMNS, KEY_COLUMN } from "../reports/layout/grid.ts";
import type { Book } from "./book.ts";
import { NEW_SHEET } from "./sheetGrid.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const NAME = "RevOps layout";
const TAB_BLUE = "#1a73e8";

/** What all report sheets have in common before anything stands on them. */
export function dressSheet(sheet: Sheet): void {
  sheet.setColumnWidths(1, GRID_COLUMNS, COLUMN_PIXELS);
  sheet.hideColumns(KEY_COLUMN);
  sheet.setHiddenGridlines(true);
  sheet.setTabColor(TAB_BLUE);
}

/** The hidden sheet to copy, as long as nobody wrote on it or took rows or columns away. */
function pattern(book: Book): Sheet | undefined {
  const sheet = book.find(NAME);
  try {
    // Sheets refuses a range that the grid does not hold.
    sheet?.getRange(1, 1, NEW_SHEET.rows, NEW_SHEET.columns);
  } catch {
    return undefined;
  }
  const data = sheet?.getDataRange();
  return data?.getNumRows() === 1 && data.getNumColumns() === 1 ? sheet : undefined;
}

/**
 * A new report sheet, dressed. The first one is copied to a hidden sheet while it is still blank, so that later ones
 * come dressed in one call.
 */
export function addDressedSheet(book: Book, name: string, place: number): Sheet {
  const known = pattern(book);
  if (known) {
    // At least the size of a new sheet; what a person added beyond is not missed.
    book.hasSize(known, NEW_SHEET);
    const sheet = book.add(name, place, known);
    // A copy of a hidden sheet may be hidden too.
    sheet.showSheet();
    return sheet;
  }
  const sheet = book.add(name, place);
  dressSheet(sheet);
  if (!book.find(NAME)) book.add(NAME, book.sheets.length, sheet).hideSheet();
  return sheet;
}
