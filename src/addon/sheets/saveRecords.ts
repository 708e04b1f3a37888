import { isoFromDay } from "../../core/calendar/day.ts";
import { InputError } from "../../core/inputError.ts";
import { readTable } from "../../tables/reading/readTable.ts";
import { mergeRecords } from "../../tables/records/mergeRecords.ts";
import { keyOf } from "../../tables/records/recordKey.ts";
import { sameValue } from "../../tables/records/sameValue.ts";
import type { Column, Table, TableData } from "../../tables/table.ts";
import type { Book } from "./book.ts";
import { conventionsOfBook } from "./conventions.ts";
import { prepareTable, writeTable } from "./tableSheet.ts";

/** A record as the person saw it and as it is to be; without `before` it is new, without `after` it goes. */
export type RecordEdit<Row> = { readonly before?: Row; readonly after?: Row };

/** What somebody else changed since the person saw the record. */
export type EditConflict = {
  readonly record: string;
  /** One sentence. */
  readonly message: string;
};

/** The records of a table's sheet; none where it is missing or empty. */
export function readRecords<Row extends object>(
  book: Book,
  table: Table<Row>,
): TableData<Row> | undefined {
  const cells = book.read(table.sheet);
  return cells.length > 1
    ? readTable(table, cells, { locale: conventionsOfBook(book) })
    : undefined;
}

/**
 * Writes edited records to their sheet; columns that are not among the fields stay as they are. Nothing is written
 * when one of the records is no longer as the person saw it: the answer then says what differs.
 */
export function saveRecords<Row extends object>(
  book: Book,
  table: Table<Row>,
  fields: readonly (keyof Row & string)[],
  edits: readonly RecordEdit<Row>[],
  nameOf: (row: Row) => string,
): readonly EditConflict[] {
  const cells = book.read(table.sheet);
  const data = readRecords(book, table);
  const current = new Map(data?.rows.map((row, at) => [keyOf(table, row), at]));
  const columns = table.columns.filter(({ field }) => fields.includes(field));
  const conflicts = edits.flatMap(({ before, after }) => {
    const row = before ?? after;
    if (row === undefined) return [];
    const at = current.get(keyOf(table, row));
    const now = at === undefined ? undefined : data?.rows[at];
    const message = conflictOf(columns, before, now);
    return message === undefined ? [] : [{ record: nameOf(row), message }];
  });
  if (conflicts.length > 0) return conflicts;
  const rows = edits.flatMap(({ after }) => (after === undefined ? [] : [after]));
  const removed = edits.flatMap(({ before, after }) => {
    const at = before && !after ? current.get(keyOf(table, before)) : undefined;
    const rowNumber = at === undefined ? undefined : data?.rowNumbers[at];
    return rowNumber === undefined ? [] : [rowNumber];
  });
  // A column that the sheet lacks is only worth adding when something is to stand in it.
  const written = columns
    .filter(
      ({ field, need }) =>
        need === "key" || data?.fields.has(field) || rows.some((row) => row[field] !== undefined),
    )
    .map(({ field }) => field);
  if (rows.length > 0) {
    const merged = mergeRecords({
      table,
      existing: cells,
      incoming: { fields: written, rows },
      missing: "keep",
      day: undefined,
      calendar: conventionsOfBook(book).calendar,
    });
    writeTable(book, prepareTable(book, table, merged));
    book.showAgain();
  }
  const sheet = book.find(table.sheet);
  for (const rowNumber of removed.sort((one, other) => other - one)) sheet?.deleteRow(rowNumber);
  return [];
}

/** What is no longer as the person saw it; undefined when nothing is. */
function conflictOf<Row extends object>(
  columns: readonly Column<Row>[],
  before: Row | undefined,
  now: Row | undefined,
): string | undefined {
  if (before === undefined)
    return now === undefined ? undefined : "was added by somebody else meanwhile";
  if (now === undefined) return "is no longer in the sheet";
  const changes = columns
    .filter(({ field, kind }) => !sameValue(kind, before[field], now[field]))
    .map(({ field, label, kind }) => {
      const shown = (row: Row) => shownValue(row[field], kind);
      return `${label} is ${shown(now)} and was ${shown(before)}`;
    });
  return changes.length > 0 ? changes.join(", ") : undefined;
}

function shownValue(value: unknown, kind: Column<unknown>["kind"]): string {
  if (value === undefined || value === "") return "blank";
  if (typeof value === "number" && (kind === "date" || kind === "datetime"))
    return isoFromDay(value);
  if (typeof value === "number" && kind === "fraction") return `${Math.round(value * 1e4) / 100}%`;
  return String(value);
}

/** The sentence that refuses a save which would have overwritten somebody else's. */
export function conflictError(sheet: string, conflicts: readonly EditConflict[]): InputError {
  const shown = conflicts.slice(0, 3).map(({ record, message }) => `${record}: ${message}`);
  const more = conflicts.length > 3 ? ` and ${conflicts.length - 3} more` : "";
  return new InputError(
    `The sheet ${sheet} changed since this panel read it (${shown.join("; ")}${more}), so nothing was saved.`,
  );
}
