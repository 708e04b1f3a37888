import { ServiceError } from "./serviceError.ts";
import type { Area, CellValue, SheetData, WorkbookData } from "./workbook.ts";

const CELL_LIMIT = 10_000_000;
const TEXT_LIMIT = 50_000;

function gridCells(workbook: WorkbookData): number {
  return workbook.sheets.reduce((sum, sheet) => sum + sheet.rows * sheet.columns, 0);
}

/** Refuses a grid that would take the workbook over the limit; blank cells count too. */
export function demandCells(workbook: WorkbookData, more: number): void {
  if (gridCells(workbook) + more > CELL_LIMIT) {
    throw new ServiceError(
      "This action would increase the number of cells in the workbook above the limit of 10000000 cells.",
    );
  }
}

export function demandLength(text: string): void {
  if (text.length > TEXT_LIMIT) {
    throw new ServiceError(
      "Your input contains more than the maximum of 50000 characters in a single cell.",
      true,
    );
  }
}

export function valueAt(sheet: SheetData, row: number, column: number): CellValue | undefined {
  return sheet.values[row - 1]?.[column - 1];
}

export function formulaAt(sheet: SheetData, row: number, column: number): string | undefined {
  return sheet.formulas[row - 1]?.[column - 1];
}

/** Sets one place of a sparse grid; setting nothing where nothing is adds no row. */
export function place<T>(
  grid: (T | undefined)[][],
  row: number,
  column: number,
  value: T | undefined,
): void {
  let cells = grid[row - 1];
  if (!cells) {
    if (value === undefined) return;
    // Rows before it are made too: an array with holes in front of it would turn slow.
    for (let index = grid.length; index < row; index++) grid[index] = [];
    cells = grid[row - 1] ??= [];
  }
  if (value === undefined && column > cells.length) return;
  for (let index = cells.length; index < column - 1; index++) cells[index] = undefined;
  cells[column - 1] = value;
}

export function clearGrid(grid: unknown[][], area: Area): void {
  const end = Math.min(grid.length, area.row - 1 + area.rows);
  for (let row = area.row - 1; row < end; row++) {
    const cells = grid[row];
    if (cells)
      cells.fill(
        undefined,
        area.column - 1,
        Math.min(cells.length, area.column - 1 + area.columns),
      );
  }
}

/** Last row and column that hold something, 0 when the grid is empty. */
export function extent(grid: readonly (readonly unknown[] | undefined)[]): {
  row: number;
  column: number;
} {
  let row = 0;
  let column = 0;
  for (let index = grid.length; index > 0; index--) {
    const cells = grid[index - 1];
    if (!cells) continue;
    for (let last = cells.length; last > 0; last--) {
      const cell = cells[last - 1];
      if (cell === undefined || cell === null) continue;
      if (row === 0) row = index;
      if (last > column) column = last;
      break;
    }
  }
  return { row, column };
}

export function hasFormulas(sheet: SheetData): boolean {
  return sheet.formulas.some((cells) => cells?.some((formula) => formula !== undefined));
}

/** `3,7` for the notes' keys. */
export const noteKey = (row: number, column: number) => `${row},${column}`;

export function notesIn(
  sheet: SheetData,
  area: Area,
): { key: string; row: number; column: number }[] {
  const found: { key: string; row: number; column: number }[] = [];
  for (const key of Object.keys(sheet.notes)) {
    const [row = 0, column = 0] = key.split(",").map(Number);
    if (isInside(row, column, area)) found.push({ key, row, column });
  }
  return found;
}

export function isInside(row: number, column: number, area: Area): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}
