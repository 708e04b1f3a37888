import { SERIAL_OF_EPOCH } from "../core/calendar/day.ts";
import type { AnyTable } from "../tables/catalog.ts";
import { type Cell, isDateCell } from "../tables/cell.ts";
import { headingKey } from "../tables/header.ts";
import { letterOf } from "../tables/readTable.ts";
import type { ColumnKind } from "../tables/table.ts";
import { growGrid } from "./sheetGrid.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Cells written in one call. */
const CHUNK_CELLS = 400_000;
/** Columns kept free beside the data for a person's own. */
const SPARE_COLUMNS = 3;
/** Rows a new sheet keeps below its data. */
const SPARE_ROWS = 20;
const HEADER_FILL = "#f1f3f4";

const formats: Readonly<Record<ColumnKind, string>> = {
  id: "@",
  text: "@",
  choice: "@",
  number: "0.######",
  money: "#,##0.00",
  fraction: "0%",
  date: "yyyy-mm-dd",
  datetime: "yyyy-mm-dd hh:mm",
  boolean: "General",
};

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
function rangeName(table: AnyTable): string {
  return `REVOPS_${table.sheet.toUpperCase().replace(/[^A-Z0-9]+/g, "_")}`;
}

/** The sheets by name, asked for once. */
export type Sheets = Map<string, Sheet>;

export function sheetsOf(spreadsheet: Spreadsheet): Sheets {
  return new Map(spreadsheet.getSheets().map((sheet) => [sheet.getName(), sheet]));
}

/** Writes a table's columns to its sheet, which is made when it is not there. Columns that are not the table's own are left alone. */
export function writeTable(
  spreadsheet: Spreadsheet,
  sheets: Sheets,
  table: AnyTable,
  content: TableCells,
): void {
  const existing = sheets.get(table.sheet);
  const sheet = existing ?? createSheet(spreadsheet, table, content);
  sheets.set(table.sheet, sheet);
  const { header, cells, ownColumns, insertedColumns } = content;
  if (existing) {
    for (const { at, count } of insertedColumns) {
      if (at === 0) sheet.insertColumnsBefore(1, count);
      else sheet.insertColumnsAfter(at, count);
    }
    growGrid(sheet, cells.length + 1, header.length);
  }
  setFormats(sheet, table, header, ownColumns);
  const kept = content.unwritten ?? 0;
  const lines = kept > 0 ? cells.slice(kept) : [header, ...cells];
  const first = kept > 0 ? kept + 2 : 1;
  for (const { start, count } of runs(ownColumns)) {
    const block = lines.map((row) => row.slice(start, start + count));
    writeBlock(sheet, first, start, block);
  }
  const isNewShape = insertedColumns.length > 0;
  if (existing && isNewShape) styleHeader(sheet, header.length);
  spreadsheet.setNamedRange(
    rangeName(table),
    sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()),
  );
}

function createSheet(
  spreadsheet: Spreadsheet,
  table: AnyTable,
  { header, cells }: TableCells,
): Sheet {
  const active = spreadsheet.getActiveSheet();
  const sheet = spreadsheet.insertSheet(table.sheet, spreadsheet.getSheets().length);
  spreadsheet.setActiveSheet(active);
  resize(sheet, cells.length + 1 + SPARE_ROWS, header.length + SPARE_COLUMNS);
  styleHeader(sheet, header.length);
  sheet.setFrozenRows(1);
  setWidths(sheet, table, header);
  return sheet;
}

function resize(sheet: Sheet, rows: number, columns: number): void {
  growGrid(sheet, rows, columns);
  const [maxRows, maxColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (maxColumns > columns) sheet.deleteColumns(columns + 1, maxColumns - columns);
  if (maxRows > rows) sheet.deleteRows(rows + 1, maxRows - rows);
}

function styleHeader(sheet: Sheet, columns: number): void {
  sheet.getRange(1, 1, 1, columns).setFontWeight("bold").setBackground(HEADER_FILL);
}

function setWidths(sheet: Sheet, table: AnyTable, header: readonly string[]): void {
  const kinds = kindsByHeading(table);
  const wide = header.flatMap((heading, index) =>
    kinds.get(headingKey(heading)) === "text" ? [index] : [],
  );
  sheet.setColumnWidths(1, header.length, 115);
  for (const { start, count } of runs(wide)) sheet.setColumnWidths(start + 1, count, 170);
}

/** One call for each kind of format. Formats come before values, so that text that looks like a number or a formula stays text. */
function setFormats(
  sheet: Sheet,
  table: AnyTable,
  header: readonly string[],
  ownColumns: readonly number[],
): void {
  const kinds = kindsByHeading(table);
  const byFormat = new Map<string, string[]>();
  const last = sheet.getMaxRows();
  if (last < 2) return;
  for (const { start, count, format } of formatRuns(
    ownColumns,
    (index) => formats[kinds.get(headingKey(header[index] ?? "")) ?? "text"],
  )) {
    const address = `${letterOf(start)}2:${letterOf(start + count - 1)}${last}`;
    byFormat.set(format, [...(byFormat.get(format) ?? []), address]);
  }
  for (const [format, addresses] of byFormat) sheet.getRangeList(addresses).setNumberFormat(format);
}

function kindsByHeading(table: AnyTable): Map<string, ColumnKind> {
  return new Map(table.columns.map(({ label, kind }) => [headingKey(label), kind]));
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

/** Grid cells that writing the content adds to the spreadsheet. */
export function addedCells(sheets: Sheets, table: AnyTable, { header, cells }: TableCells): number {
  const sheet = sheets.get(table.sheet);
  if (!sheet) return (cells.length + 1 + SPARE_ROWS) * (header.length + SPARE_COLUMNS);
  const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  return Math.max(rows, cells.length + 1) * Math.max(columns, header.length) - rows * columns;
}
