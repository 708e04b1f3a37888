import type { Execution } from "../execution.ts";
import { fittingHeight } from "../fittingHeight.ts";
import { demandCells } from "../grid.ts";
import { contentExtent } from "../readCells.ts";
import { ServiceError } from "../serviceError.ts";
import { spliceSheet } from "../spliceSheet.ts";
import { mismatch, ServiceObject } from "../strict.ts";
import type { SheetData } from "../workbook.ts";
import { writeValues } from "../writeCells.ts";
import { demandEditable } from "./protection.ts";

/** The grid of a sheet: its size, rows, columns, what is frozen or hidden. */
export class SheetLayout extends ServiceObject {
  readonly service = "Sheet";
  readonly sheet: SheetData;

  constructor(run: Execution, sheet: SheetData) {
    super(run);
    this.sheet = sheet;
  }

  override describe(): string {
    return this.sheet.name;
  }

  override demandEditable(): void {
    const { rows, columns } = this.sheet;
    demandEditable(this.run, this.sheet, { row: 1, column: 1, rows, columns });
  }

  getLastRow(): number {
    return contentExtent(this.run, this.sheet).row;
  }
  getLastColumn(): number {
    return contentExtent(this.run, this.sheet).column;
  }
  getMaxRows(): number {
    return this.sheet.rows;
  }
  getMaxColumns(): number {
    return this.sheet.columns;
  }

  appendRow(values: unknown): this {
    if (!Array.isArray(values)) throw mismatch("SpreadsheetApp.Sheet.appendRow", values);
    const row = this.getLastRow() + 1;
    const missingRows = row - this.sheet.rows;
    const missingColumns = values.length - this.sheet.columns;
    if (missingRows > 0) this.#splice("row", this.sheet.rows + 1, missingRows, 0);
    if (missingColumns > 0) this.#splice("column", this.sheet.columns + 1, missingColumns, 0);
    writeValues(
      this.run,
      this.sheet,
      { row, column: 1, rows: 1, columns: Math.max(1, values.length) },
      [values],
    );
    return this;
  }

  insertRows(at: number, count = 1): void {
    this.#insert("row", at, count);
  }
  insertRowsBefore(before: number, count: number): this {
    return this.#insert("row", before, count);
  }
  insertRowsAfter(after: number, count: number): this {
    return this.#insert("row", after + 1, count);
  }
  insertRowBefore(before: number): this {
    return this.#insert("row", before, 1);
  }
  insertRowAfter(after: number): this {
    return this.#insert("row", after + 1, 1);
  }
  deleteRow(row: number): this {
    return this.#delete("row", row, 1);
  }
  deleteRows(row: number, count: number): void {
    this.#delete("row", row, count);
  }
  insertColumns(at: number, count = 1): void {
    this.#insert("column", at, count);
  }
  insertColumnsBefore(before: number, count: number): this {
    return this.#insert("column", before, count);
  }
  insertColumnsAfter(after: number, count: number): this {
    return this.#insert("column", after + 1, count);
  }
  insertColumnBefore(before: number): this {
    return this.#insert("column", before, 1);
  }
  insertColumnAfter(after: number): this {
    return this.#insert("column", after + 1, 1);
  }
  deleteColumn(column: number): this {
    return this.#delete("column", column, 1);
  }
  deleteColumns(column: number, count: number): void {
    this.#delete("column", column, count);
  }

  getFrozenRows(): number {
    return this.sheet.frozenRows;
  }
  getFrozenColumns(): number {
    return this.sheet.frozenColumns;
  }
  setFrozenRows(rows: number): void {
    if (rows >= this.sheet.rows)
      throw new ServiceError("You can't freeze all visible rows on the sheet.");
    this.sheet.frozenRows = rows;
  }
  setFrozenColumns(columns: number): void {
    if (columns >= this.sheet.columns)
      throw new ServiceError("You can't freeze all visible columns on the sheet.");
    this.sheet.frozenColumns = columns;
  }

  getColumnWidth(column: number): number {
    return this.sheet.columnWidths[column] ?? 100;
  }
  setColumnWidth(column: number, width: number): this {
    return this.setColumnWidths(column, 1, width);
  }
  setColumnWidths(start: number, count: number, width: number): this {
    this.#demandInside("column", start, count);
    for (let column = start; column < start + count; column++)
      this.sheet.columnWidths[column] = width;
    return this;
  }
  getRowHeight(row: number): number {
    return this.sheet.rowHeights[row] ?? 21;
  }
  setRowHeight(row: number, height: number): this {
    return this.setRowHeights(row, 1, height);
  }
  setRowHeights(start: number, count: number, height: number): this {
    this.#demandInside("row", start, count);
    for (let row = start; row < start + count; row++) this.sheet.rowHeights[row] = height;
    return this;
  }
  autoResizeRows(start: number, count: number): this {
    this.#demandInside("row", start, count);
    const { workbook } = this.run.state;
    for (let row = start; row < start + count; row++)
      this.sheet.rowHeights[row] = fittingHeight(workbook, this.sheet, row);
    return this;
  }
  setRowHeightsForced(start: number, count: number, height: number): this {
    return this.setRowHeights(start, count, height);
  }

  hideRows(start: number, count = 1): void {
    this.#demandInside("row", start, count);
    this.sheet.hiddenRows = withSpan(this.sheet.hiddenRows, start, count);
  }
  showRows(start: number, count = 1): void {
    this.sheet.hiddenRows = withoutSpan(this.sheet.hiddenRows, start, count);
  }
  isRowHiddenByUser(row: number): boolean {
    return this.sheet.hiddenRows.includes(row);
  }
  hideColumns(start: number, count = 1): void {
    this.#demandInside("column", start, count);
    this.sheet.hiddenColumns = withSpan(this.sheet.hiddenColumns, start, count);
  }
  showColumns(start: number, count = 1): void {
    this.sheet.hiddenColumns = withoutSpan(this.sheet.hiddenColumns, start, count);
  }
  isColumnHiddenByUser(column: number): boolean {
    return this.sheet.hiddenColumns.includes(column);
  }

  #insert(dimension: "row" | "column", at: number, count: number): this {
    const size = dimension === "row" ? this.sheet.rows : this.sheet.columns;
    if (!(count >= 1) || !(at >= 1) || at > size + 1) throw outside();
    return this.#splice(dimension, at, count, 0);
  }

  #delete(dimension: "row" | "column", at: number, count: number): this {
    this.#demandInside(dimension, at, count);
    return this.#splice(dimension, at, 0, count);
  }

  #splice(dimension: "row" | "column", at: number, inserted: number, deleted: number): this {
    if (inserted > 0) demandCells(this.run.state.workbook, 0);
    spliceSheet(this.run.state.workbook, this.sheet, { dimension, at, inserted, deleted });
    this.run.state.changed();
    return this;
  }

  #demandInside(dimension: "row" | "column", at: number, count: number): void {
    const size = dimension === "row" ? this.sheet.rows : this.sheet.columns;
    if (!(at >= 1) || !(count >= 1) || at + count - 1 > size) throw outside();
  }
}

const outside = () => new ServiceError("Those rows or columns are out of bounds.");

function withSpan(positions: readonly number[], start: number, count: number): number[] {
  const all = new Set(positions);
  for (let position = start; position < start + count; position++) all.add(position);
  return [...all].sort((a, b) => a - b);
}

function withoutSpan(positions: readonly number[], start: number, count: number): number[] {
  return positions.filter((position) => position < start || position >= start + count);
}
