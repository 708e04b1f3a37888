import type { Book } from "./book.ts";
import { cellPieces } from "./cellPieces.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const NAME = "RevOps memory";
const CHUNK = 49_000;
/** Columns that are added when there is none left. */
const MORE_COLUMNS = 26;
/** Runs remembered for each report sheet: three to undo and the one before them, to merge with. */
const RUNS_KEPT = 4;

/** Names one remembered run; written in the first row over its text. */
export type MemoryKey = {
  readonly sheetId: number;
  readonly report: string;
  readonly period: string;
  /** Counts up with every run of this report sheet. */
  readonly run: number;
};

type Header = MemoryKey & { readonly chunks: number };

/**
 * The hidden sheet where the add-on keeps what it generated. Each remembered run is a column: its key, then its text
 * in pieces that fit a cell.
 */
export type Memory = {
  /** Newest first. */
  readonly keys: readonly MemoryKey[];
  readonly read: (key: MemoryKey) => string;
  readonly write: (key: MemoryKey, text: string) => void;
  readonly forget: (key: MemoryKey) => void;
};

function readHeaders(sheet: Sheet): (Header | undefined)[] {
  const width = sheet.getDataRange().getNumColumns();
  const cells = sheet.getRange(1, 1, 1, width).getValues()[0] ?? [];
  return cells.map((cell): Header | undefined => {
    try {
      return typeof cell === "string" && cell !== "" ? (JSON.parse(cell) as Header) : undefined;
    } catch {
      return undefined;
    }
  });
}

/** A column to write in: an unused one, else one of a sheet that is gone, else the sheet's own oldest, else a new one. */
function freeColumn(
  headers: readonly (Header | undefined)[],
  key: MemoryKey,
  living: ReadonlySet<number>,
): number {
  const own = headers.flatMap((header, index) =>
    header?.sheetId === key.sheetId ? [{ header, index }] : [],
  );
  if (own.length >= RUNS_KEPT) {
    own.sort((one, other) => one.header.run - other.header.run);
    return own[0]?.index ?? 0;
  }
  const unused = headers.findIndex((header) => !header || !living.has(header.sheetId));
  return unused >= 0 ? unused : headers.length;
}

function addSheet(book: Book): Sheet {
  const sheet = book.add(NAME);
  sheet.hideSheet();
  return sheet;
}

/** Makes the hidden sheet beforehand, with room for the runs of all reports. */
export function makeMemory(book: Book): void {
  if (!book.find(NAME)) addSheet(book).insertColumnsAfter(1, 2 * MORE_COLUMNS);
}

/** Opens the memory; the hidden sheet is made when something is first written. */
export function openMemory(book: Book): Memory {
  let sheet = book.find(NAME);
  const headers = sheet ? readHeaders(sheet) : [];
  const living = new Set(book.sheets.map((one) => one.getSheetId()));
  const columnOf = (key: MemoryKey): number =>
    headers.findIndex((header) => header?.sheetId === key.sheetId && header.run === key.run);
  const keys = headers
    .filter((header): header is Header => header !== undefined && living.has(header.sheetId))
    .sort((one, other) => other.run - one.run);
  return {
    keys,
    read: (key) => {
      const column = columnOf(key);
      const chunks = headers[column]?.chunks ?? 0;
      if (!sheet || chunks === 0) return "";
      return sheet
        .getRange(2, column + 1, chunks, 1)
        .getValues()
        .map((row) => String(row[0]))
        .join("");
    },
    write: (key, text) => {
      sheet ??= addSheet(book);
      const chunks = cellPieces(text, CHUNK);
      const column = freeColumn(headers, key, new Set([...living, key.sheetId]));
      if (!book.holds(sheet, 1, column + 1)) sheet.insertColumnsAfter(column, MORE_COLUMNS);
      const header: Header = { ...key, chunks: chunks.length };
      headers[column] = header;
      // The apostrophe keeps a piece that looks like a number or a formula what it is.
      const cells = [JSON.stringify(header), ...chunks].map((piece) => [`'${piece}`]);
      sheet.getRange(1, column + 1, cells.length, 1).setValues(cells);
    },
    forget: (key) => {
      const column = columnOf(key);
      if (!sheet || column < 0) return;
      headers[column] = undefined;
      sheet.getRange(1, column + 1).setValue("");
    },
  };
}
