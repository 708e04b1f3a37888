import type { Dress } from "./dressedSheet.ts";

/** The width of most columns, in pixels. */
export const COLUMN_PIXELS = 115;
const HEADER_FILL = "#f1f3f4";
/** Sheets that reports and people keep records on are seldom larger, a person's own columns beside them included. */
const SIZE = { rows: 400, columns: 32 };

/** What all data sheets have in common: a header that stays in view, and columns wide enough for a date. */
export const tableDress: Dress = {
  pattern: "RevOps table layout",
  size: SIZE,
  put: (book, sheet) => {
    book.resize(sheet, SIZE.rows, SIZE.columns);
    styleHeader(sheet, SIZE.columns);
    sheet.setColumnWidths(1, SIZE.columns, COLUMN_PIXELS);
  },
};

export function styleHeader(sheet: GoogleAppsScript.Spreadsheet.Sheet, columns: number): void {
  sheet.getRange(1, 1, 1, columns).setFontWeight("bold").setBackground(HEADER_FILL);
  sheet.setFrozenRows(1);
}
