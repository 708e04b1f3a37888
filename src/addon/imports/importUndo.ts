import { InputError } from "../../core/inputError.ts";
import type { Stage } from "../../core/pipeline/stage.ts";
import { subjects } from "../../settings/catalog.ts";
import type { Cell } from "../../tables/reading/cell.ts";
import { writeSettings } from "../settings/settingsSheets.ts";
import type { Book } from "../sheets/book.ts";
import {
  keysHash,
  type PlainCell,
  plainCell,
  type SheetPatch,
  sameCell,
} from "../sheets/sheetPatch.ts";
import { dropText, readText, writeText } from "../sheets/textSheet.ts";

const NAME = "RevOps undo";

/** What takes back one import of one file. */
export type ImportPatch = {
  readonly file: string;
  readonly sheets: readonly SheetPatch[];
  /** Stages before the import, where it changed them. */
  readonly stages?: readonly Stage[];
};

/** The last import; the files of one batch belong together. */
export type Undo = { readonly batch: string; readonly imports: readonly ImportPatch[] };

/**
 * Keeps how to take an import back, before it writes anything: also one that is cut short can be undone. Answers with
 * what was kept before.
 */
export function keepUndo(
  book: Book,
  batch: string | undefined,
  patch: ImportPatch | undefined,
): Undo | undefined {
  // What was kept for an earlier import no longer fits once another one has written.
  if (batch === undefined || !patch) {
    dropText(book, NAME);
    return undefined;
  }
  const before = readText<Undo>(book, NAME);
  const earlier = before?.batch === batch ? before.imports : [];
  writeText(book, NAME, JSON.stringify({ batch, imports: [...earlier, patch] } satisfies Undo));
  return before;
}

/**
 * Takes back what an import wrote before the platform failed, and the sheets it made. `replaced` is what could be undone
 * before, if that was replaced. Should this fail as well, what is kept now still takes the import back later.
 */
export function takeBackHalf(
  book: Book,
  { sheets, stages }: ImportPatch,
  before: ReadonlySet<Sheet>,
  replaced: { readonly kept: Undo | undefined } | undefined,
): void {
  try {
    const undo = book.find(NAME);
    for (const sheet of book.sheets.filter((one) => !before.has(one) && one !== undo))
      removeSheet(book, sheet);
    for (const patch of [...sheets].reverse()) {
      const sheet = patch.isNew ? undefined : book.find(patch.sheet);
      if (sheet) takeBackChanges({ sheet, cells: book.read(patch.sheet) }, patch);
    }
    if (stages && book.find(subjects.stages.sheet)) writeSettings("stages", stages, book);
    if (replaced?.kept) writeText(book, NAME, JSON.stringify(replaced.kept));
    else if (replaced) dropText(book, NAME);
    book.showAgain();
  } catch {
    // The failure that began it is the one to tell.
  }
}

/** Files of the last import, where it can be undone. */
export function undoableFiles(book: Book): string[] {
  return readText<Undo>(book, NAME)?.imports.map(({ file }) => file) ?? [];
}

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Takes the last import back. Everything is checked first; what a person changed since then stays as they left it. */
export function undoImport(book: Book): string {
  const undo = readText<Undo>(book, NAME);
  if (!undo) {
    throw new InputError("There is no import to undo; only the last one can be, and only once.");
  }
  // Several files may have written to one sheet: the last one is taken back first.
  const imports = [...undo.imports].reverse();
  const patches = imports.flatMap(({ sheets }) => [...sheets].reverse());
  const open = openSheets(book, patches);
  for (const patch of patches) demandSameRows(open.get(patch.sheet), patch, patches);
  let kept = 0;
  for (const patch of patches) {
    const sheet = open.get(patch.sheet);
    if (sheet) kept += takeBack(book, sheet, patch);
  }
  for (const { stages } of imports) if (stages) writeSettings("stages", stages);
  dropText(book, NAME);
  const files = undo.imports.map(({ file }) => file).join(", ");
  const left =
    kept === 0
      ? ""
      : ` ${kept} ${kept === 1 ? "cell" : "cells"} edited since then stay as they are.`;
  return `The import of ${files} was taken back.${left}`;
}

type OpenSheet = { readonly sheet: Sheet; readonly cells: Cell[][] };

function openSheets(book: Book, patches: readonly SheetPatch[]): Map<string, OpenSheet> {
  const open = new Map<string, OpenSheet>();
  for (const name of new Set(patches.map(({ sheet }) => sheet))) {
    const sheet = book.find(name);
    if (sheet) open.set(name, { sheet, cells: book.read(name) });
  }
  return open;
}

/** Refuses when records no longer stand in their rows. Only the last import of a sheet knows where they stand now. */
function demandSameRows(
  open: OpenSheet | undefined,
  patch: SheetPatch,
  patches: readonly SheetPatch[],
): void {
  const { keyColumns, keys, rowsBefore, sheet } = patch;
  if (!open || keyColumns.length === 0) return;
  const isLast = patches.find((one) => one.sheet === sheet) === patch;
  // An import that stopped before this sheet has left its columns as they were.
  if (!isLast || !isReached(open.cells, patch)) return;
  if (keysHash(open.cells, keyColumns, rowsBefore) === keys) return;
  throw new InputError(
    `The rows of ${sheet} were sorted, added or deleted since the import, so it cannot be taken back; nothing was changed. Put the rows back in their order and try again.`,
  );
}

/** True when the sheet has the columns that the import gave it. */
function isReached(cells: readonly (readonly Cell[])[], { width }: SheetPatch): boolean {
  return (cells[0]?.length ?? 0) >= width;
}

/** Returns how many cells a person has changed since, which stay. */
function takeBack(book: Book, { sheet, cells }: OpenSheet, patch: SheetPatch): number {
  const { isNew, width } = patch;
  const hasOwn = (cells[0] ?? []).some((cell, at) => at >= width && plainCell(cell) !== "");
  if (isNew && (cells.length === 0 || (isReached(cells, patch) && !hasOwn))) {
    removeSheet(book, sheet);
    return 0;
  }
  return isReached(cells, patch) ? takeBackChanges({ sheet, cells }, patch) : 0;
}

function takeBackChanges({ sheet, cells }: OpenSheet, patch: SheetPatch): number {
  const { rowsBefore, rowsAfter, insertedColumns, ownColumns, changes } = patch;
  const kept = restore(sheet, cells, changes);
  if (rowsAfter > rowsBefore) {
    for (const { start, count } of runs(ownColumns))
      sheet.getRange(rowsBefore + 1, start + 1, rowsAfter - rowsBefore, count).clearContent();
    for (const line of cells.slice(rowsBefore, rowsAfter))
      for (const column of ownColumns) line[column] = "";
  }
  for (const { at, count } of [...insertedColumns].reverse()) {
    sheet.deleteColumns(at + 1, count);
    for (const line of cells) line.splice(at, count);
  }
  return kept;
}

function removeSheet(book: Book, sheet: Sheet): void {
  const id = sheet.getSheetId();
  for (const named of book.spreadsheet.getNamedRanges())
    if (named.getRange().getSheet().getSheetId() === id) named.remove();
  const visible = book.sheets.filter((one) => !one.isSheetHidden());
  if (visible.length === 1 && visible[0]?.getSheetId() === id) book.add("Sheet1");
  book.remove(sheet);
}

/** Puts back what stood there before, column by column; a cell that no longer holds what was written stays. */
function restore(sheet: Sheet, cells: Cell[][], changes: SheetPatch["changes"]): number {
  const columns = new Map<number, { first: number; last: number }>();
  let kept = 0;
  for (const [row, column, before, after] of changes) {
    const line = cells[row];
    const now = plainCell(line?.[column]);
    if (!line || sameCell(now, before)) continue;
    if (!sameCell(now, after)) {
      kept++;
      continue;
    }
    line[column] = before;
    const span = columns.get(column) ?? { first: row, last: row };
    span.first = Math.min(span.first, row);
    span.last = Math.max(span.last, row);
    columns.set(column, span);
  }
  for (const [column, { first, last }] of columns) {
    const values: PlainCell[][] = [];
    for (let row = first; row <= last; row++) values.push([plainCell(cells[row]?.[column])]);
    sheet.getRange(first + 1, column + 1, values.length, 1).setValues(values);
  }
  return kept;
}

function runs(columns: readonly number[]): { start: number; count: number }[] {
  const found: { start: number; count: number }[] = [];
  for (const column of columns) {
    const last = found[found.length - 1];
    if (last && last.start + last.count === column) last.count++;
    else found.push({ start: column, count: 1 });
  }
  return found;
}
