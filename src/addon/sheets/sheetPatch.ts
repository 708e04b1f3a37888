import { SERIAL_OF_EPOCH } from "../../core/calendar/day.ts";
import type { AnyTable } from "../../tables/catalog.ts";
import { type Cell, isDateCell } from "../../tables/reading/cell.ts";
import { headingKey } from "../../tables/reading/header.ts";
import type { TableCells } from "./tableSheet.ts";

/** A cell as it stands in a file: dates as serial numbers, blank as "". */
export type PlainCell = string | number | boolean;

/** `[row, column, before, after]`, counted from 0 with the header as row 0, in the columns after the change. */
export type CellChange = readonly [
  row: number,
  column: number,
  before: PlainCell,
  after: PlainCell,
];

/** What takes a sheet back to how it was before something was written to it. */
export type SheetPatch = {
  readonly table: string;
  readonly sheet: string;
  /** The sheet was not there before. */
  readonly isNew: boolean;
  /** Rows with content before and after, header included. */
  readonly rowsBefore: number;
  readonly rowsAfter: number;
  readonly width: number;
  readonly insertedColumns: readonly { readonly at: number; readonly count: number }[];
  readonly ownColumns: readonly number[];
  readonly keyColumns: readonly number[];
  /** Tells whether the records that were there before still stand in their rows. */
  readonly keys: number;
  readonly changes: readonly CellChange[];
};

export function plainCell(cell: Cell): PlainCell {
  return isDateCell(cell) ? cell.moment + SERIAL_OF_EPOCH : (cell ?? "");
}

/** Whether two cells hold the same, whatever a sheet does to the last digits. */
export function sameCell(one: PlainCell, other: PlainCell): boolean {
  if (typeof one !== "number" || typeof other !== "number") return one === other;
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
}

/** A number that changes when one of the keys does, or their order. */
export function keysHash(
  cells: readonly (readonly Cell[])[],
  keyColumns: readonly number[],
  rows: number,
): number {
  let hash = 7;
  for (let row = 1; row < rows; row++) {
    for (const column of keyColumns) {
      const text = String(plainCell(cells[row]?.[column]));
      for (let at = 0; at < text.length; at++)
        hash = (hash * 31 + text.charCodeAt(at)) % 4294967291;
      hash = (hash * 31 + 1) % 4294967291;
    }
  }
  return hash;
}

/** Which old column stands at each place; undefined for an inserted one. */
function origins(
  oldWidth: number,
  insertions: TableCells["insertedColumns"],
  width: number,
): (number | undefined)[] {
  const origin: (number | undefined)[] = Array.from({ length: oldWidth }, (_, at) => at);
  for (const { at, count } of insertions) origin.splice(at, 0, ...new Array(count).fill(undefined));
  while (origin.length < width) origin.push(undefined);
  return origin;
}

/** Compares a sheet's cells, header included, with what is about to be written there. */
export function sheetPatch(
  table: AnyTable,
  existing: readonly (readonly Cell[])[],
  content: TableCells,
  isNew: boolean,
): SheetPatch {
  const { header, cells, ownColumns, insertedColumns, unwritten = 0 } = content;
  const origin = origins(existing[0]?.length ?? 0, insertedColumns, header.length);
  const keyLabels = table.columns
    .filter(({ need }) => need === "key")
    .map(({ label }) => headingKey(label));
  const keyColumns = header.flatMap((heading, at) =>
    keyLabels.includes(headingKey(heading)) ? [at] : [],
  );
  const inserted = new Set(
    insertedColumns.flatMap(({ at, count }) =>
      Array.from({ length: count }, (_, next) => at + next),
    ),
  );
  const changes: CellChange[] = [];
  const compared = ownColumns.filter((column) => !inserted.has(column));
  const lineOf = (row: number) => (row === 0 ? header : cells[row - 1]);
  for (let row = 0; row < existing.length; row++) {
    if (row > 0 && row <= unwritten) continue;
    for (const column of compared) {
      const old = origin[column];
      const before = old === undefined ? "" : plainCell(existing[row]?.[old]);
      const after = plainCell(lineOf(row)?.[column]);
      if (!sameCell(before, after)) changes.push([row, column, before, after]);
    }
  }
  const stood = existing.map((line, row) => {
    const next = row === 0 ? header : cells[row - 1];
    return next ?? line;
  });
  return {
    table: table.name,
    sheet: table.sheet,
    isNew,
    rowsBefore: existing.length,
    rowsAfter: Math.max(existing.length, cells.length + 1),
    width: header.length,
    insertedColumns,
    ownColumns,
    keyColumns,
    keys: keysHash(stood, keyColumns, existing.length),
    changes,
  };
}
