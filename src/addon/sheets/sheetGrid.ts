import { InputError } from "../../core/inputError.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const MOST_CELLS = 10_000_000;
export const NEW_SHEET = { rows: 1000, columns: 26 };

/** Grid cells of all sheets; blank ones count. */
function cellsBySheet(sheets: readonly Sheet[]): { name: string; cells: number }[] {
  return sheets
    .map((sheet) => ({ name: sheet.getName(), cells: sheet.getMaxRows() * sheet.getMaxColumns() }))
    .sort((one, other) => other.cells - one.cells);
}

const counted = (cells: number) => cells.toLocaleString("en-US");

/** Refuses what would not fit the spreadsheet, before anything is written; says what there is to delete. */
export function demandCells(spreadsheet: Spreadsheet, needed: number): void {
  const sheets = cellsBySheet(spreadsheet.getSheets());
  const used = sheets.reduce((sum, { cells }) => sum + cells, 0);
  if (used + needed <= MOST_CELLS) return;
  const largest = sheets.slice(0, 3).map(({ name, cells }) => `${name} (${counted(cells)})`);
  throw new InputError(
    `This needs ${counted(needed)} more cells, but the spreadsheet has ${counted(used)} of at most ` +
      `${counted(MOST_CELLS)}; delete rows or sheets that are no longer needed, the largest being ${largest.join(", ")}.`,
  );
}
