import { areaName, parseAddress } from "../a1.ts";
import type { Execution } from "../execution.ts";
import { ServiceError } from "../serviceError.ts";
import { mismatch, ServiceObject } from "../strict.ts";
import type { Area, SheetData, WorkbookData } from "../workbook.ts";
import { demandEditable } from "./protection.ts";

/** Where a range is: pure geometry, no look at the cells. */
export class RangeGeometry extends ServiceObject {
  readonly service = "Range";
  readonly sheet: SheetData;
  readonly area: Area;

  constructor(run: Execution, sheet: SheetData, area: Area) {
    super(run);
    this.sheet = sheet;
    this.area = area;
  }

  override describe(): string {
    return `${this.sheet.name}!${areaName(this.area)}`;
  }

  override demandEditable(): void {
    demandEditable(this.run, this.sheet, this.area);
  }

  getRow(): number {
    return this.area.row;
  }

  getRowIndex(): number {
    return this.area.row;
  }

  getColumn(): number {
    return this.area.column;
  }

  getColumnIndex(): number {
    return this.area.column;
  }

  getNumRows(): number {
    return this.area.rows;
  }

  getNumColumns(): number {
    return this.area.columns;
  }

  getHeight(): number {
    return this.area.rows;
  }

  getWidth(): number {
    return this.area.columns;
  }

  getLastRow(): number {
    return this.area.row + this.area.rows - 1;
  }

  getLastColumn(): number {
    return this.area.column + this.area.columns - 1;
  }

  getA1Notation(): string {
    return areaName(this.area);
  }

  getGridId(): number {
    return this.sheet.id;
  }

  getSheet(): unknown {
    return this.run.handles?.sheet(this.sheet);
  }

  getCell(row: number, column: number): unknown {
    if (row < 1 || column < 1 || row > this.area.rows || column > this.area.columns) {
      throw new ServiceError("Cell reference out of range");
    }
    return this.run.handles?.range(this.sheet, {
      row: this.area.row + row - 1,
      column: this.area.column + column - 1,
      rows: 1,
      columns: 1,
    });
  }

  offset(
    rowOffset: number,
    columnOffset: number,
    rows = this.area.rows,
    columns = this.area.columns,
  ): unknown {
    const area = {
      row: this.area.row + rowOffset,
      column: this.area.column + columnOffset,
      rows,
      columns,
    };
    return this.run.handles?.range(this.sheet, checkedArea(this.sheet, area));
  }
}

/** An area inside the sheet's grid, or the platform's refusal. */
export function checkedArea(sheet: SheetData, area: Area): Area {
  const { row, column, rows, columns } = area;
  if (
    ![row, column, rows, columns].every(
      (value) => typeof value === "number" && Number.isInteger(value),
    )
  ) {
    throw mismatch("SpreadsheetApp.Sheet.getRange", row, column, rows, columns);
  }
  if (rows < 1) throw new ServiceError("The number of rows in the range must be at least 1.");
  if (columns < 1) throw new ServiceError("The number of columns in the range must be at least 1.");
  if (
    row < 1 ||
    column < 1 ||
    row + rows - 1 > sheet.rows ||
    column + columns - 1 > sheet.columns
  ) {
    throw new ServiceError("The coordinates of the range are outside the dimensions of the sheet.");
  }
  return area;
}

/** The range that an address or a name means, on a given sheet unless it names another. */
export function rangeFromText(
  workbook: WorkbookData,
  home: SheetData,
  text: string,
): { sheet: SheetData; area: Area } {
  const named = workbook.namedRanges.find(
    ({ name }) => name.toLowerCase() === text.trim().toLowerCase(),
  );
  const sheetOfName = named && workbook.sheets.find(({ id }) => id === named.sheetId);
  if (named && sheetOfName) return { sheet: sheetOfName, area: named.area };
  const prefix = /^(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(text);
  const name = prefix?.[1]?.replaceAll("''", "'") ?? prefix?.[2];
  const sheet =
    name === undefined ? home : workbook.sheets.find((candidate) => candidate.name === name);
  const address = sheet && parseAddress(text, sheet);
  if (!sheet || !address) throw new ServiceError("Range not found");
  return { sheet, area: checkedArea(sheet, address.area) };
}
