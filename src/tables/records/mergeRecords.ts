import type { Day } from "../../core/calendar/day.ts";
import { SERIAL_OF_EPOCH } from "../../core/calendar/day.ts";
import { sourceAfter } from "../../core/sourceSystem.ts";
import { type Cell, isBlank, isDateCell } from "../reading/cell.ts";
import type { Conventions } from "../reading/conventions.ts";
import { readRows } from "../reading/readRows.ts";
import { headingText } from "../reading/readTable.ts";
import type { Column, Table } from "../table.ts";
import { bringBack, fieldsWithGone, goneRecords, type Known, markGone } from "./goneRecords.ts";
import { keysOf } from "./recordKey.ts";
import { sameValue } from "./sameValue.ts";
import { type ColumnInsertion, sheetColumns } from "./sheetColumns.ts";
import { toCellValue } from "./toCells.ts";

export type MergeRequest<Row> = {
  readonly table: Table<Row>;
  /** The whole sheet with its header; empty when there is none yet. */
  readonly existing: readonly (readonly Cell[])[];
  readonly incoming: {
    /** Fields whose column the file has; all others keep what they hold. */
    readonly fields: readonly string[];
    readonly rows: readonly Row[];
  };
  /** `mark`: the file is complete, so known records that it lacks are gone. `keep`: it is a part. */
  readonly missing: "mark" | "keep";
  /** The day that gone records are marked with. */
  readonly day: Day | undefined;
  /** Where the file is from, for tables that keep it; undefined: nobody is told. */
  readonly source?: string;
  /** Reads names of periods in the sheet. */
  readonly calendar?: Conventions["calendar"];
};

export type MergeResult<Row> = {
  readonly header: readonly string[];
  readonly insertedColumns: readonly ColumnInsertion[];
  /** Data rows only: known records in their old places, new ones behind them. Dates are serial numbers. */
  readonly cells: readonly (readonly Cell[])[];
  /** The columns that may be written; all others belong to other files or to a person. */
  readonly ownColumns: readonly number[];
  readonly newRows: readonly Row[];
  readonly changed: readonly { readonly row: Row; readonly before: Partial<Row> }[];
  readonly unchanged: number;
  /** Known records whose source this file tells; they count as unchanged where nothing else differs. */
  readonly sourced: number;
  /** Records that were there before and are missing from a complete file. */
  readonly gone: readonly Row[];
  /** Records that were gone and are back. */
  readonly returned: readonly Row[];
};

/**
 * Brings incoming records into a sheet: each record of the same key is updated in its place, others are added at the
 * end, and a person's own columns stay with their record. Doing it twice changes nothing the second time.
 */
export function mergeRecords<Row>(request: MergeRequest<Row>): MergeResult<Row> {
  const { table, existing, incoming, missing, day } = request;
  const isMarking =
    missing === "mark" &&
    day !== undefined &&
    table.columns.some(({ field }) => field === "goneSince");
  const oldHeader = (existing[0] ?? []).map(headingText);
  const { source } = request;
  const isSourced =
    source !== undefined && table.columns.some(({ field }) => field === "sourceSystem");
  const fields = [
    ...fieldsWithGone(table, oldHeader, incoming.fields, isMarking),
    ...(isSourced ? ["sourceSystem"] : []),
  ];
  const { header, insertions, mapping, origin } = sheetColumns(table, oldHeader, fields);
  const cells = existingCells(existing, origin);
  const known = knownRecords(table, cells, mapping, request.calendar);
  const columns = table.columns.filter(
    ({ field }) => fields.includes(field) && mapping[field] !== undefined,
  );
  const written = columns.filter(({ field }) => field !== "goneSince" && field !== "sourceSystem");
  const newRows: Row[] = [];
  const changed: { row: Row; before: Partial<Row> }[] = [];
  const returned: Row[] = [];
  let [unchanged, sourced] = [0, 0];
  const seen = new Set<string>();
  keysOf(table, incoming.rows).forEach((key, at) => {
    const row = incoming.rows[at] as Row;
    if (seen.has(key)) return;
    seen.add(key);
    const found = known.get(key);
    if (!found) {
      newRows.push(row);
      const line = newLine(header.length, written, mapping, row);
      if (isSourced) line[mapping.sourceSystem as number] = source;
      cells.push(line);
      return;
    }
    const line = cells[found.line] as Cell[];
    if (isSourced && tellSource(line, mapping, source)) sourced += 1;
    const before = update(line, written, mapping, found.row, row);
    const comesBack = bringBack(line, mapping, found.row, before);
    // Most records stay as they are; only the others are worth a copy.
    if (Object.keys(before).length === 0) {
      unchanged += 1;
      return;
    }
    const now = {
      ...found.row,
      ...picked(row, incoming.fields),
      ...(comesBack && { goneSince: undefined }),
    };
    changed.push({ row: now, before });
    if (comesBack) returned.push(now);
  });
  const gone = missing === "mark" ? goneRecords(known, seen, source) : [];
  if (isMarking) markGone(gone, cells, mapping, day);
  return {
    header,
    insertedColumns: insertions,
    cells,
    ownColumns: columns.map(({ field }) => mapping[field] as number).sort((a, b) => a - b),
    newRows,
    changed,
    unchanged,
    sourced,
    gone: gone.map(({ row }) => row),
    returned,
  };
}

/** The data rows in their new columns, without blank rows at the end. */
function existingCells(
  existing: readonly (readonly Cell[])[],
  origin: readonly (number | undefined)[],
): Cell[][] {
  let end = existing.length;
  while (end > 1 && (existing[end - 1] ?? []).every(isBlank)) end -= 1;
  const cells: Cell[][] = [];
  for (let at = 1; at < end; at += 1) {
    const line = existing[at] ?? [];
    cells.push(origin.map((old) => (old === undefined ? undefined : written(line[old]))));
  }
  return cells;
}

/** A date goes back into a sheet as its serial number. */
function written(cell: Cell): Cell {
  return isDateCell(cell) ? cell.moment + SERIAL_OF_EPOCH : cell;
}

/** Records of the sheet by key; of two rows with one key the first is the record. */
function knownRecords<Row>(
  table: Table<Row>,
  cells: readonly (readonly Cell[])[],
  mapping: Readonly<Record<string, number>>,
  calendar: Conventions["calendar"],
): Map<string, Known<Row>> {
  const known = new Map<string, Known<Row>>();
  const { rows, rowNumbers } = readRows(table, cells, mapping, {
    ...(calendar && { conventions: { calendar } }),
    rowNumbers: cells.map((_, index) => index),
  });
  keysOf(table, rows).forEach((key, at) => {
    if (!known.has(key)) known.set(key, { row: rows[at] as Row, line: rowNumbers[at] as number });
  });
  return known;
}

function newLine<Row>(
  width: number,
  columns: readonly Column<Row>[],
  mapping: Readonly<Record<string, number>>,
  row: Row,
): Cell[] {
  const line: Cell[] = new Array(width).fill(undefined);
  for (const column of columns)
    line[mapping[column.field] as number] = toCellValue(column, row[column.field]);
  return line;
}

/** Writes what differs and answers with what stood there before. */
function update<Row>(
  line: Cell[],
  columns: readonly Column<Row>[],
  mapping: Readonly<Record<string, number>>,
  old: Row,
  row: Row,
): Partial<Row> {
  const before: Partial<Row> = {};
  for (const column of columns) {
    const { field, kind } = column;
    const index = mapping[field] as number;
    const isUnreadable = old[field] === undefined && !isBlank(line[index]);
    if (sameValue(kind, old[field], row[field]) && !isUnreadable) continue;
    line[index] = toCellValue(column, row[field]);
    before[field] = old[field];
  }
  return before;
}

function picked<Row>(row: Row, fields: readonly string[]): Partial<Row> {
  const part: Partial<Row> = {};
  for (const field of fields) part[field as keyof Row] = row[field as keyof Row];
  return part;
}

/** Writes where a known record is from; true when that says something new. */
function tellSource(
  line: Cell[],
  mapping: Readonly<Record<string, number>>,
  source: string,
): boolean {
  const index = mapping.sourceSystem as number;
  const cell = line[index];
  const known = isBlank(cell) ? undefined : String(cell);
  const now = sourceAfter(known, source);
  if (now === known) return false;
  line[index] = now;
  return true;
}
