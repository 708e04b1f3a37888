import { mismatch } from "../strict.ts";
import type { CellBorder, CellStyle } from "../workbook.ts";

/** `true` draws a line, `false` removes it, `null` leaves it. */
export type BorderChange = {
  readonly sides: readonly (boolean | null)[];
  readonly line: CellBorder;
};

/** Arguments of `setBorder(top, left, bottom, right, vertical, horizontal, [color], [style])`. */
export function readBorder(args: readonly unknown[]): BorderChange {
  const sides = args.slice(0, 6);
  const wellFormed =
    sides.length === 6 && sides.every((side) => side === null || typeof side === "boolean");
  if (!wellFormed || (args.length !== 6 && args.length !== 8))
    throw mismatch("SpreadsheetApp.Range.setBorder", ...args);
  return {
    sides: sides as (boolean | null)[],
    line: {
      color: typeof args[6] === "string" ? args[6].toLowerCase() : "#000000",
      style: args[7] === null || args[7] === undefined ? "SOLID" : String(args[7]),
    },
  };
}

/** A cell's style with its borders changed; `edges`: is it in the first row, last row, first column, last column. */
export function withBorders(
  style: CellStyle,
  { sides, line }: BorderChange,
  edges: readonly boolean[],
): CellStyle {
  const [top = null, left = null, bottom = null, right = null, vertical = null, horizontal = null] =
    sides;
  const [firstRow, lastRow, firstColumn, lastColumn] = edges;
  const wanted = {
    top: firstRow ? top : horizontal,
    bottom: lastRow ? bottom : horizontal,
    left: firstColumn ? left : vertical,
    right: lastColumn ? right : vertical,
  };
  const borders: Partial<Record<keyof typeof wanted, CellBorder>> = { ...style.borders };
  for (const [side, draw] of Object.entries(wanted) as [keyof typeof wanted, boolean | null][]) {
    if (draw === true) borders[side] = line;
    else if (draw === false) delete borders[side];
  }
  const { borders: _, ...rest } = style;
  return Object.keys(borders).length > 0 ? { ...rest, borders: sortedSides(borders) } : rest;
}

/** Equal borders are equal text, so that equal styles are stored once. */
function sortedSides(
  borders: NonNullable<CellStyle["borders"]>,
): NonNullable<CellStyle["borders"]> {
  return Object.fromEntries(Object.entries(borders).sort(([a], [b]) => (a < b ? -1 : 1)));
}
