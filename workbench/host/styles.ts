import { place } from "./grid.ts";
import type { Area, CellStyle, SheetData, WorkbookData } from "./workbook.ts";

const interned = new WeakMap<WorkbookData, Map<string, number>>();

/** The index of a style in the workbook's list; undefined for the default style. */
export function internStyle(workbook: WorkbookData, style: CellStyle): number | undefined {
  const entries = Object.entries(style)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return undefined;
  const key = JSON.stringify(entries);
  let map = interned.get(workbook);
  if (!map) {
    map = new Map();
    for (const [index, known] of workbook.styles.entries()) {
      map.set(JSON.stringify(Object.entries(known).sort(([a], [b]) => (a < b ? -1 : 1))), index);
    }
    interned.set(workbook, map);
  }
  let index = map.get(key);
  if (index === undefined) {
    index = workbook.styles.length;
    workbook.styles.push(Object.fromEntries(entries) as CellStyle);
    map.set(key, index);
  }
  return index;
}

/** Changes looks wherever they are used. */
export function changeStyles(
  workbook: WorkbookData,
  change: (style: CellStyle) => CellStyle,
): void {
  workbook.styles = workbook.styles.map(change);
  interned.delete(workbook);
}

const PLAIN: CellStyle = {};

/** How a cell looks; 1-based. */
export function styleAt(
  workbook: WorkbookData,
  sheet: SheetData,
  row: number,
  column: number,
): CellStyle {
  const index = sheet.styles[row - 1]?.[column - 1];
  return index === undefined ? PLAIN : (workbook.styles[index] ?? PLAIN);
}

/** Gives every cell of an area the style that `change` makes of its old one and of a key (same key, same change). */
export function restyle<Key>(
  workbook: WorkbookData,
  sheet: SheetData,
  area: Area,
  keyAt: (row: number, column: number) => Key,
  change: (style: CellStyle, key: Key) => CellStyle,
): void {
  const made = new Map<Key, Map<number, number | undefined>>();
  const changed = (old: number | undefined, key: Key): number | undefined => {
    const byOld = made.get(key) ?? new Map<number, number | undefined>();
    made.set(key, byOld);
    if (byOld.has(old ?? -1)) return byOld.get(old ?? -1);
    const base = old === undefined ? PLAIN : (workbook.styles[old] ?? PLAIN);
    const next = internStyle(workbook, change(base, key));
    byOld.set(old ?? -1, next);
    return next;
  };
  for (let row = 0; row < area.rows; row++) {
    const cells = sheet.styles[area.row - 1 + row];
    for (let column = 0; column < area.columns; column++) {
      const at = area.column - 1 + column;
      const old = cells?.[at];
      const next = changed(old, keyAt(row, column));
      if (next === old) continue;
      if (cells && at < cells.length) cells[at] = next;
      else place(sheet.styles, area.row + row, area.column + column, next);
    }
  }
}
