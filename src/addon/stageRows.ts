import { InputError } from "../core/inputError.ts";
import type { FileCell, StageRowsRequest } from "./requests.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const NAME = "RevOps upload";
/** A cell holds at most 50,000 characters. */
const PIECE = 45_000;
const WIDTH = 5;
/** An upload that was never imported is cleared away after an hour. */
const STALE_MS = 3_600_000;

/**
 * The hidden sheet in which uploads wait until they are imported. A chunk of rows is one JSON text, cut into pieces
 * that fit a cell: token, time, first row, number of the piece, piece. That keeps the types of the cells and needs few of them.
 */
function uploadSheet(create: boolean): Sheet | undefined {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = spreadsheet.getSheetByName(NAME);
  if (sheet || !create) return sheet ?? undefined;
  const active = spreadsheet.getActiveSheet();
  const added = spreadsheet.insertSheet(NAME, spreadsheet.getSheets().length);
  added.deleteColumns(WIDTH + 1, added.getMaxColumns() - WIDTH);
  added.hideSheet();
  spreadsheet.setActiveSheet(active);
  return added;
}

/** Keeps one chunk of an upload. Sending a chunk again replaces it. */
export function stageRows({ token, start, rows }: StageRowsRequest, now: number): void {
  const sheet = uploadSheet(true);
  if (!sheet) return;
  const text = JSON.stringify(rows);
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += PIECE) pieces.push(text.slice(at, at + PIECE));
  if (start === 0) dropRows(sheet, (row) => row.token === token || now - row.time > STALE_MS);
  const first = sheet.getLastRow() + 1;
  const lacking = first + pieces.length - 1 - sheet.getMaxRows();
  if (lacking > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lacking);
  const range = sheet.getRange(first, 1, pieces.length, WIDTH);
  range.setNumberFormat("@");
  range.setValues(
    pieces.map((piece, at) => [token, String(now), String(start), String(at), piece]),
  );
}

type Piece = {
  readonly token: string;
  readonly time: number;
  readonly start: number;
  readonly at: number;
  readonly text: string;
};

function piecesOf(sheet: Sheet): Piece[] {
  if (sheet.getLastRow() === 0) return [];
  return sheet
    .getDataRange()
    .getValues()
    .map(([token, time, start, at, text]) => ({
      token: String(token),
      time: Number(time),
      start: Number(start),
      at: Number(at),
      text: String(text),
    }));
}

/** The rows of an upload, in the file's order. */
export function readUpload(token: string, file: string): FileCell[][] {
  const sheet = uploadSheet(false);
  const chunks = new Map<number, string[]>();
  for (const piece of sheet ? piecesOf(sheet) : []) {
    if (piece.token !== token) continue;
    const pieces = chunks.get(piece.start) ?? [];
    pieces[piece.at] = piece.text;
    chunks.set(piece.start, pieces);
  }
  const rows: FileCell[][] = [];
  for (const start of [...chunks.keys()].sort((a, b) => a - b)) {
    if (start > rows.length) break;
    rows.length = start;
    const text = (chunks.get(start) ?? []).join("");
    for (const row of JSON.parse(text) as FileCell[][]) rows.push(row);
  }
  if (rows.length === 0)
    throw new InputError(`The upload of ${file} is no longer there; choose the file again.`);
  return rows;
}

/** Clears an upload away; the sheet goes with the last one. */
export function dropUpload(token: string): void {
  const sheet = uploadSheet(false);
  if (!sheet) return;
  const left = dropRows(sheet, (row) => row.token === token);
  if (left === 0) SpreadsheetApp.getActiveSpreadsheet().deleteSheet(sheet);
}

/** Returns how many pieces are left. */
function dropRows(sheet: Sheet, isOver: (piece: Piece) => boolean): number {
  const pieces = piecesOf(sheet);
  const left = pieces.filter((piece) => !isOver(piece));
  if (left.length === pieces.length) return left.length;
  sheet.clearContents();
  if (left.length > 0) {
    sheet
      .getRange(1, 1, left.length, WIDTH)
      .setValues(
        left.map(({ token, time, start, at, text }) => [
          token,
          String(time),
          String(start),
          String(at),
          text,
        ]),
      );
  }
  return left.length;
}
