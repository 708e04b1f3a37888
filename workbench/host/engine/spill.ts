import type { EngineCell } from "./engineCell.ts";
import type { Zone } from "./library.ts";
import type { LoadedSheet } from "./loadedSheet.ts";

export function contains(zone: Zone, row: number, col: number): boolean {
  return zone.top <= row && row <= zone.bottom && zone.left <= col && col <= zone.right;
}

/** The cell's own number format, where it has one, decides whether its result is a date. */
export function ownStyled(
  sheet: LoadedSheet,
  row: number,
  col: number,
  cell: EngineCell,
): EngineCell {
  if (typeof cell.value !== "number") return cell;
  const style = sheet.ownStyle(row, col);
  return style === undefined ? cell : { value: cell.value, ...style };
}

/** Why an array result has no room, in the words of Sheets. */
export function obstacleTo(sheet: LoadedSheet, key: number, zone: Zone): string | undefined {
  const rows = zone.bottom + 1 - sheet.rows;
  const columns = zone.right + 1 - sheet.columns;
  if (rows > 0) return `Result was not automatically expanded, please insert more rows (${rows}).`;
  if (columns > 0) {
    return `Result was not automatically expanded, please insert more columns (${columns}).`;
  }
  for (let row = zone.top; row <= zone.bottom; row += 1) {
    for (let col = zone.left; col <= zone.right; col += 1) {
      const other = row * sheet.columns + col;
      if (other !== key && isTaken(sheet, key, row, col)) {
        return `Array result was not expanded because it would overwrite data in ${name(row, col)}.`;
      }
    }
  }
  return undefined;
}

function isTaken(sheet: LoadedSheet, anchor: number, row: number, col: number): boolean {
  if (sheet.formula(row, col) !== undefined) return true;
  if (sheet.literal(row, col).value !== null) return true;
  const spill = sheet.spills.get(row * sheet.columns + col);
  return spill !== undefined && spill.anchor !== anchor;
}

/** Whether something has already read, as blank, a cell that an array result now covers. */
export function touchesReads(sheet: LoadedSheet, key: number, zone: Zone): boolean {
  for (const { zone: read } of sheet.ranges.values()) {
    if (
      read.top <= zone.bottom &&
      zone.top <= read.bottom &&
      read.left <= zone.right &&
      zone.left <= read.right
    ) {
      return true;
    }
  }
  if (sheet.blankReads.size === 0) return false;
  for (const read of sheet.blankReads) {
    if (read !== key && contains(zone, Math.floor(read / sheet.columns), read % sheet.columns)) {
      return true;
    }
  }
  return false;
}

function name(row: number, col: number): string {
  return `${columnLetters(col)}${row + 1}`;
}

/** `A` for column 0. */
export function columnLetters(col: number): string {
  let letters = "";
  for (let rest = col + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
