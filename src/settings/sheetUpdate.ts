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

/** How an existing sheet takes a new value: rows to delete first, then blocks to write from the first row on. */
export type SheetUpdate = {
  /** Row numbers, 1 = header, from the bottom up. */
  readonly removedRows: readonly number[];
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

/**
 * Writes a value into the cells of its sheet. Rows keep their place, new ones come last, rows whose record is gone are
 * removed; columns and rows the subject does not know, and notes in its own, stay as they are.
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
  const nameAt = labels.indexOf(subject.key[subject.key.length === 2 ? 1 : 0] ?? "");
  keysOf(subject, own, labels).forEach((key, index) => {
    const old = own[index] ?? [];
    const fresh = byKey.get(key);
    byKey.delete(key);
    if (fresh) {
      const keep = (cell: Cell, column: number) =>
        isNote(labels[column] ?? "") && !isBlank(old[column]) ? old[column] : cell;
      rows.push(fresh.map(keep));
    } else if (ownsRow(subject, old, nameAt)) removedRows.unshift(index + 2);
    else rows.push(old);
  });
  while (rows.length > 1 && rows[rows.length - 1]?.every(isBlank)) rows.pop();
  for (const row of byKey.values()) rows.push(row);
  return { removedRows, blocks: blocksOf(at, rows) };
}
