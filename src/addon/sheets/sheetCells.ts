import type { Cell } from "../../tables/reading/cell.ts";
import { toCell } from "../../tables/reading/spreadsheetDate.ts";

/** All cells of a sheet in one read; none for an empty sheet. Dates become the days their cells show. */
export function sheetCells(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  zone: () => string,
): Cell[][] {
  const values = sheet.getDataRange().getValues() as unknown[][];
  if (values.length === 1 && values[0]?.every((value) => value === "")) return [];
  for (const row of values) {
    for (let column = 0; column < row.length; column++) {
      const value = row[column];
      // Only dates are objects; everything else is a cell as it stands.
      if (typeof value === "object" && value !== null) row[column] = toCell(value, zone);
    }
  }
  return values as Cell[][];
}
