import { InputError } from "../../core/inputError.ts";
import { Book } from "../sheets/book.ts";
import { cellPieces } from "../sheets/cellPieces.ts";
import type { FileCell, StageRowsRequest } from "./requests.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const NAME = "RevOps upload";
const PIECE = 45_000;
const WIDTH = 5;
/** Before every text: what starts with it is never taken for a number, a date or a formula. */
const MARK = "~";
/** An upload that was never imported is cleared away after a while, in which the clock has come round again. */
const STALE_MS = 3 * 3_600_000;

/** A chunk of rows is one JSON text, cut into pieces that fit a cell. That keeps the types of the cells and needs few of them. */
type Piece = {
  readonly token: string;
  readonly time: number;
  readonly start: number;
  readonly at: number;
  readonly text: string;
};

/** Keeps one chunk of an upload in a hidden sheet until it is imported. Sending a chunk again replaces it. */
export function stageRows({ token, start, rows }: StageRowsRequest, now: number): void {
  const book = new Book();
  const existing = book.find(NAME);
  const sheet = existing ?? book.add(NAME);
  if (!existing) {
    sheet.hideSheet();
    book.showAgain();
  }
  const text = JSON.stringify(rows);
  const pieces = cellPieces(text, PIECE).map((part, at) => ({
    token,
    time: now,
    start,
    at,
    text: part,
  }));
  if (existing && start === 0)
    dropRows(sheet, (piece) => piece.token === token || now - piece.time > STALE_MS);
  const filled = existing ? filledRows(sheet) : 0;
  book.grow(sheet, filled + pieces.length, WIDTH, filled);
  writePieces(sheet, filled + 1, pieces);
}

function writePieces(sheet: Sheet, first: number, pieces: readonly Piece[]): void {
  const lines = pieces.map(({ token, time, start, at, text }) => [
    MARK + token,
    time,
    start,
    at,
    MARK + text,
  ]);
  sheet.getRange(first, 1, lines.length, WIDTH).setValues(lines);
}

function filledRows(sheet: Sheet): number {
  const range = sheet.getDataRange();
  return range.getNumColumns() < WIDTH ? 0 : range.getNumRows();
}

function piecesOf(sheet: Sheet): Piece[] {
  const pieces: Piece[] = [];
  for (const [token, time, start, at, text] of sheet.getDataRange().getValues()) {
    if (token === "" || text === undefined) continue;
    pieces.push({
      token: String(token).slice(MARK.length),
      time: Number(time),
      start: Number(start),
      at: Number(at),
      text: String(text).slice(MARK.length),
    });
  }
  return pieces;
}

/** The rows of an upload, in the file's order. */
export function readUpload(book: Book, token: string, file: string): FileCell[][] {
  const rows = uploadedRows(book, token, file);
  if (rows.length === 0)
    throw new InputError(`The upload of ${file} is no longer there; choose the file again.`);
  return rows;
}

/** What was kept under a name, which is worked out only where anything is kept at all; nothing may be. */
export function keptRows(book: Book, token: () => string): FileCell[][] {
  return book.find(NAME) ? uploadedRows(book, token(), "parts") : [];
}

function uploadedRows(book: Book, token: string, file: string): FileCell[][] {
  const sheet = book.find(NAME);
  const chunks = new Map<number, string[]>();
  for (const piece of sheet ? piecesOf(sheet) : []) {
    if (piece.token !== token) continue;
    const pieces = chunks.get(piece.start) ?? [];
    pieces[piece.at] = piece.text;
    chunks.set(piece.start, pieces);
  }
  const rows: FileCell[][] = [];
  for (const start of [...chunks.keys()].sort((a, b) => a - b)) {
    // Going on with what arrived would take a part for the whole file.
    if (start > rows.length)
      throw new InputError(
        `The upload of ${file} lacks the rows from ${rows.length + 1} to ${start}; choose the file again.`,
      );
    rows.length = start;
    const text = (chunks.get(start) ?? []).join("");
    for (const row of JSON.parse(text) as FileCell[][]) rows.push(row);
  }
  return rows;
}

/** Clears an upload away; the sheet goes with the last one. */
export function dropUpload(book: Book, token: string): void {
  const sheet = book.find(NAME);
  if (!sheet) return;
  const left = piecesOf(sheet).filter((piece) => piece.token !== token);
  if (left.length === 0) book.remove(sheet);
  else dropRows(sheet, (piece) => piece.token === token);
}

function dropRows(sheet: Sheet, isOver: (piece: Piece) => boolean): void {
  const pieces = piecesOf(sheet);
  const left = pieces.filter((piece) => !isOver(piece));
  if (left.length === pieces.length) return;
  sheet.clearContents();
  if (left.length > 0) writePieces(sheet, 1, left);
}
