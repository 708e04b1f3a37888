import type { AnyTable } from "../../tables/catalog.ts";
import type { Book } from "./book.ts";

/** A list to choose from in the columns that a person decides in; other words are warned of, not refused. */
export function offerChoices(
  book: Book,
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  table: AnyTable,
  header: readonly string[],
): void {
  for (const { label, about, choices } of table.columns) {
    const column = header.indexOf(label) + 1;
    const rows = book.rowsOf(sheet) - 1;
    if (!choices || column === 0 || rows < 1) continue;
    const rule = SpreadsheetApp.newDataValidation()
      .setAllowInvalid(true)
      .setHelpText(about)
      .requireValueInList([...choices], true)
      .build();
    sheet.getRange(2, column, rows, 1).setDataValidation(rule);
  }
}
