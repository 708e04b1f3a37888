import { tables as catalog } from "../tables/catalog.ts";
import { conventionsOf } from "../tables/conventions.ts";
import { readTable } from "../tables/readTable.ts";
import type { TableData, TableName } from "../tables/table.ts";
import type { Tables } from "../tables/tables.ts";
import { sheetCells } from "./sheetCells.ts";
import { spreadsheetZone } from "./spreadsheetZone.ts";

/** The CRM sheets of those tables, each read once; a table without a sheet or without rows is left out. */
export function readTables(
  names: readonly TableName[],
  existing?: readonly GoogleAppsScript.Spreadsheet.Sheet[],
): Tables {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const all = existing ?? spreadsheet.getSheets();
  const sheets = new Map(all.map((sheet) => [sheet.getName(), sheet]));
  const zone = spreadsheetZone(spreadsheet);
  const locale = conventionsOf(spreadsheet.getSpreadsheetLocale());
  const read: Partial<Record<TableName, TableData<unknown>>> = {};
  for (const table of catalog) {
    const sheet = names.includes(table.name) ? sheets.get(table.sheet) : undefined;
    const cells = sheet ? sheetCells(sheet, zone) : [];
    if (cells.length > 1) read[table.name] = readTable(table, cells, { locale });
  }
  // Each entry was read with its own table, so its rows are of that table's type.
  return read as Tables;
}
