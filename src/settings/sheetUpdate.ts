import { type Cell, isBlank, isDateCell } from "../tables/reading/cell.ts";
import { plainName } from "./name.ts";
import { isNote, type SettingCells, type Subject } from "./subject.ts";

/** Neighbouring columns of a sheet, below and including its header row. */
export type ColumnBlock = {
  readonly at: number;
  /** Which of the subject's columns they are. */
  readonly columns: readonly number[];
  readonly cells: readonly (readonly Cell[])[];
};

/** So many rows below a row. */
export type Inserted = { readonly below: number; readonly count: number };

/** How an existing sheet takes a new value: rows to delete and to insert first, then blocks to write from the first row on. */
export type SheetUpdate = {
  /** Row numbers, 1 = header, from the bottom up. */
  readonly removedRows: readonly number[];
  /** Once those are gone, from the bottom up: so many blank rows below a row. */
  readonly insertedRows: readonly Inserted[];
  readonly blocks: readonly ColumnBlock[];
};

const keyText = (cell: Cell) => (isDateCell(cell) ? `day ${cell.moment}` : plainName(cell));

/** What identifies each row; equal rows are told apart by their turn. */
function keysOf<Value>(
  subject: Subject<Value>,
  cells: SettingCells,
  labels: readonly Cell[],
): string[] {
  const names = labels.map(plainName);
  const at = subject.key.map((label) => names.indexOf(plainName(label)));
  const valueAt = names.indexOf("value");
  const turns = new Map<string, number>();
  return cells.map((row) => {
    const parts = at.map((index) => keyText(row[index]));
    const repeated = subject.repeats !== undefined && parts[0] === plainName(subject.repeats);
    if (repeated) parts.push(keyText(row[valueAt]));
    const key = parts.join("\n");
    const turn = (turns.get(key) ?? 0) + 1;
    turns.set(key, turn);
    return `${key}\n${turn}`;
  });
}

/** Where each of the subject's columns is on the sheet; a missing one is added behind the last heading. */
function placeColumns<Value>(subject: Subject<Value>, header: readonly Cell[]): number[] {
  const names = header.map(plainName);
  let end = names.length;
  while (end > 0 && names[end - 1] === "") end -= 1;
  return subject.columns.map(({ label }) => {
    const found = names.indexOf(plainName(label));
    if (found >= 0) return found;
    end += 1;
    return end - 1;
  });
}

/** True for rows that the subject would read: those of a list, and the known names of a form. */
function ownsRow<Value>(subject: Subject<Value>, row: readonly Cell[], nameAt: number): boolean {
  if (!subject.names) return !isBlank(row[nameAt]);
  const name = plainName(row[nameAt]);
  return subject.names.some((one) => plainName(one) === name);
}

function blocksOf(at: readonly number[], rows: readonly (readonly Cell[])[]): ColumnBlock[] {
  const order = at.map((column, index) => ({ column, index })).sort((a, b) => a.column - b.column);
  const blocks: { at: number; indexes: number[] }[] = [];
  for (const { column, index } of order) {
    const last = blocks[blocks.length - 1];
    if (last && last.at + last.indexes.length === column) last.indexes.push(index);
    else blocks.push({ at: column, indexes: [index] });
  }
  return blocks.map((block) => ({
    at: block.at,
    columns: block.indexes,
    cells: rows.map((row) => block.indexes.map((index) => row[index])),
  }));
}

/** Puts new rows below the row that they follow in the value; last where no place of theirs is known. */
function insertRows(
  rows: (readonly Cell[])[],
  wanted: SettingCells,
  fresh: ReadonlySet<readonly Cell[]>,
  placeOf: ReadonlyMap<readonly Cell[], number>,
): Inserted[] {
  const inserted = new Map<number, { below: number; count: number; rows: (readonly Cell[])[] }>();
  let below = placeOf.size > 0 ? 1 : rows.length;
  for (const row of wanted) {
    below = placeOf.get(row) ?? below;
    if (!fresh.has(row)) continue;
    const run = inserted.get(below) ?? { below, count: 0, rows: [] };
    run.count++;
    run.rows.push(row);
    inserted.set(below, run);
  }
  const end = rows.length;
  const runs = [...inserted.values()].sort((one, other) => other.below - one.below);
  for (const run of runs) rows.splice(run.below, 0, ...run.rows);
  // Behind the last row there is room already.
  return runs.filter((run) => run.below < end).map(({ below, count }) => ({ below, count }));
}

/**
 * Writes a value into the cells of its sheet. Rows keep their place, new ones of a list in order come where they stand in
 * it, others last; rows whose record is gone are removed; columns and rows the subject does not know, and notes in its
 * own, stay as they are.
 */
export function sheetUpdate<Value>(
  subject: Subject<Value>,
  existing: SettingCells,
  value: NoInfer<Value>,
  /** The rows to write for it; those of an earlier state may carry notes. */
  written: SettingCells = subject.toCells(value),
  /** The same rows as they were called before: a renamed row keeps its place and a person's own cells. */
  known: SettingCells = written,
): SheetUpdate {
  const labels = subject.columns.map((column) => column.label);
  const at = placeColumns(subject, existing[0] ?? []);
  const own = existing.slice(1).map((row) => at.map((column) => row[column]));
  const wanted = written.slice(1);
  const wantedKeys = keysOf(subject, known.slice(1), labels);
  const byKey = new Map(wantedKeys.map((key, index) => [key, wanted[index] ?? []]));
  const removedRows: number[] = [];
  const rows: (readonly Cell[])[] = [labels];
  const placeOf = new Map<readonly Cell[], number>();
  const nameAt = labels.indexOf(subject.key[subject.key.length === 2 ? 1 : 0] ?? "");
  keysOf(subject, own, labels).forEach((key, index) => {
    const old = own[index] ?? [];
    const fresh = byKey.get(key);
    byKey.delete(key);
    if (fresh) {
      const keep = (cell: Cell, column: number) =>
        isNote(labels[column] ?? "") && !isBlank(old[column]) ? old[column] : cell;
      rows.push(fresh.map(keep));
      placeOf.set(fresh, rows.length);
    } else if (ownsRow(subject, old, nameAt)) removedRows.unshift(index + 2);
    else rows.push(old);
  });
  while (rows.length > 1 && rows[rows.length - 1]?.every(isBlank)) rows.pop();
  const places = labels.includes("Order") ? placeOf : new Map();
  const insertedRows = insertRows(rows, wanted, new Set(byKey.values()), places);
  return { removedRows, insertedRows, blocks: blocksOf(at, rows) };
}
