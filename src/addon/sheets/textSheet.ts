import { InputError } from "../../core/inputError.ts";
import type { Book } from "./book.ts";
import { cellPieces } from "./cellPieces.ts";

/** A cell holds at most 50,000 characters. */
const PIECE = 49_000;
/** What is kept of one thing; beyond this the cells would be missing elsewhere. */
const LONGEST = 20_000_000;

/** Keeps one long text in a hidden sheet of its own, in the place of what was there. False: it is too long to keep. */
export function writeText(book: Book, name: string, text: string): boolean {
  const existing = book.find(name);
  if (text.length > LONGEST) {
    if (existing) book.remove(existing);
    return false;
  }
  // The apostrophe keeps a piece that looks like a number or a formula what it is.
  const pieces = cellPieces(text, PIECE).map((piece) => [`'${piece}`]);
  const sheet = existing ?? book.add(name);
  if (existing) sheet.clearContents();
  else sheet.hideSheet();
  book.resize(sheet, Math.max(1, pieces.length), 1);
  sheet.getRange(1, 1, pieces.length, 1).setValues(pieces);
  book.showAgain();
  return true;
}

/** The text that was kept; undefined when there is none. */
export function readText<T>(book: Book, name: string): T | undefined {
  const text = book
    .read(name)
    .map(([piece]) => String(piece ?? ""))
    .join("");
  if (text === "") return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new InputError(`The hidden sheet ${name} was changed by hand and cannot be used.`);
  }
}

export function dropText(book: Book, name: string): void {
  const sheet = book.find(name);
  if (sheet) book.remove(sheet);
}
