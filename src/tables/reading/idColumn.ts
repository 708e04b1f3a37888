import type { Cell } from "./cell.ts";
import { type CellProblem, type ColumnReading, type ReadValue, shown } from "./columnReading.ts";
import { isNullText } from "./nullWord.ts";

const remedy = "Export again and load the file with this column formatted as plain text.";
const scientific = /^\d(?:[.,]\d+)?E\+\d+$/i;
const digitsThenLetter = /^\d+[A-Za-z]\d*$/;
const dateLike =
  /^(?:\d{1,2}-[A-Za-z]{3}(?:-\d{2,4})?|[A-Za-z]{3}-\d{2,4}|\d{1,2}\/\d{1,2}\/\d{2,4}|\d{4}-\d{2}-\d{2}(?: 00:00:00)?)$/;

const isDateLike = (text: string): boolean => text.length < 20 && dateLike.test(text);

/** Record ids, kept as text. Ids that a spreadsheet turned into numbers or dates are problems, not ids. */
export function idColumn(cells: readonly Cell[]): ColumnReading {
  const { length, datesAreIds, mayHoldExponent } = survey(cells);
  const read = (cell: Cell): ReadValue => {
    if (cell === undefined || cell === null) return undefined;
    if (typeof cell === "string") return readText(cell, datesAreIds);
    if (typeof cell === "number") return readDigits(cell, length, mayHoldExponent);
    if (typeof cell === "boolean") return String(cell).toUpperCase();
    return became("date", cell);
  };
  return { read };
}

function readText(cell: string, datesAreIds: boolean): ReadValue {
  const text = cell.trim();
  if (isNullText(text) || /^0{15}(?:AAA)?$/.test(text)) return undefined;
  if (scientific.test(text)) return became("number", text);
  if (!datesAreIds && isDateLike(text)) return became("date", text);
  return text;
}

/**
 * Beyond 15 digits a number is no longer exact; of another length than its neighbours it has lost zeros; among ids
 * such as 3F2 a round one may have been 1E5.
 */
function readDigits(cell: number, length: number | undefined, mayHoldExponent: boolean): ReadValue {
  const text = String(cell);
  if (!Number.isInteger(cell) || Math.abs(cell) >= 1e15) return became("number", cell);
  if (mayHoldExponent && cell !== 0 && cell % 10 === 0) return became("number", cell);
  return length !== undefined && text.length !== length ? became("number", cell) : text;
}

function became(what: "number" | "date", cell: Cell): CellProblem {
  return { message: `The id became a ${what} (${shown(cell)}), so the original is lost`, remedy };
}

type Survey = {
  /** The one length that all ids have whose letters or leading zeros a number cannot keep. */
  readonly length: number | undefined;
  /** Most ids look like dates. */
  readonly datesAreIds: boolean;
  /** Most ids are texts, and some are a letter among digits, so that one may have read as 1E5. */
  readonly mayHoldExponent: boolean;
};

/** What the ids that are still texts tell about those that are not. */
function survey(cells: readonly Cell[]): Survey {
  let [texts, dates] = [0, 0];
  let [isFragile, hasDigitsFirst] = [false, false];
  const lengths = new Set<number>();
  for (const cell of cells) {
    const text = typeof cell === "string" ? cell.trim() : "";
    if (isNullText(text) || scientific.test(text)) continue;
    texts += 1;
    hasDigitsFirst ||= digitsThenLetter.test(text);
    if (isDateLike(text)) {
      dates += 1;
    } else if (lengths.size < 2) {
      lengths.add(text.length);
      isFragile ||= /^0|\D/.test(text);
    }
  }
  const [length] = lengths;
  // A few texts among numbers tell nothing about them.
  const isText = texts >= cells.filter((cell) => typeof cell === "number").length;
  return {
    length: isText && lengths.size === 1 && isFragile ? length : undefined,
    datesAreIds: dates * 2 > texts,
    mayHoldExponent: isText && hasDigitsFirst,
  };
}
