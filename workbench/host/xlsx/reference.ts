import { columnLetters } from "../engine/spill.ts";
import type { Area } from "../workbook.ts";

/** `B3` for row 3, column 2. */
export function cellReference(row: number, column: number): string {
  return `${columnLetters(column - 1)}${row}`;
}

export function areaReference(area: Area): string {
  const first = cellReference(area.row, area.column);
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${cellReference(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

/** `'My sheet'!$B$3:$C$9`. */
export function absoluteReference(sheetName: string, area: Area): string {
  const cells = areaReference(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  return `${quotedName(sheetName)}!${cells}`;
}

export function quotedName(sheetName: string): string {
  return `'${sheetName.replace(/'/g, "''")}'`;
}
