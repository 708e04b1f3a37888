import type { Area } from "./workbook.ts";

/** `1` -> `A`, `27` -> `AA`. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `A` -> 1, `AA` -> 27. */
export function columnNumber(name: string): number {
  let column = 0;
  for (const letter of name.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row}`;
}

export function areaName({ row, column, rows, columns }: Area): string {
  const first = cellName(row, column);
  if (rows === 1 && columns === 1) return first;
  return `${first}:${cellName(row + rows - 1, column + columns - 1)}`;
}

/** A sheet's name as formulas write it, quoted where it must be. */
export function sheetPrefix(name: string): string {
  return /^[A-Za-z_][\w.]*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name)
    ? `${name}!`
    : `'${name.replaceAll("'", "''")}'!`;
}

const REFERENCE =
  /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?\$?([A-Za-z]{0,3})\$?(\d{0,7})(?::\$?([A-Za-z]{0,3})\$?(\d{0,7}))?$/;

/** An address with an optional sheet; open ends (`B2:B`, `3:3`) reach to the edge of the grid. */
export function parseAddress(
  text: string,
  grid: { rows: number; columns: number },
): { sheet: string | undefined; area: Area } | undefined {
  const match = REFERENCE.exec(text.trim());
  if (!match) return undefined;
  const [, quoted, plain, column1 = "", row1 = "", column2, row2] = match;
  const ranged = column2 !== undefined || row2 !== undefined;
  if (!(column1 || row1) || (!ranged && !(column1 && row1))) return undefined;
  if (ranged && !(column2 || row2)) return undefined;
  const columns = [
    column1 ? columnNumber(column1) : 1,
    ranged ? (column2 ? columnNumber(column2) : grid.columns) : columnNumber(column1),
  ];
  const rows = [row1 ? Number(row1) : 1, ranged ? (row2 ? Number(row2) : grid.rows) : Number(row1)];
  const [top, left] = [Math.min(...rows), Math.min(...columns)];
  return {
    sheet: quoted?.replaceAll("''", "'") ?? plain,
    area: {
      row: top,
      column: left,
      rows: Math.max(...rows) - top + 1,
      columns: Math.max(...columns) - left + 1,
    },
  };
}

export function overlaps(a: Area, b: Area): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

/** What is left of an area when another is cut out of it: up to four rectangles. */
export function without(area: Area, hole: Area): Area[] {
  if (!overlaps(area, hole)) return [area];
  const bottom = Math.min(area.row + area.rows, hole.row + hole.rows);
  const right = Math.min(area.column + area.columns, hole.column + hole.columns);
  const top = Math.max(area.row, hole.row);
  const left = Math.max(area.column, hole.column);
  return [
    { row: area.row, column: area.column, rows: top - area.row, columns: area.columns },
    {
      row: bottom,
      column: area.column,
      rows: area.row + area.rows - bottom,
      columns: area.columns,
    },
    { row: top, column: area.column, rows: bottom - top, columns: left - area.column },
    { row: top, column: right, rows: bottom - top, columns: area.column + area.columns - right },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0);
}
