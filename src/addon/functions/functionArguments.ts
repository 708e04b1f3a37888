import { dayFromParts } from "../../core/calendar/day.ts";
import { InputError } from "../../core/inputError.ts";
import { dateOfDay } from "../../tables/reading/spreadsheetDate.ts";
import type { Book } from "../sheets/book.ts";

/** An argument as the function gets it, and as it stands in a formula. */
export type Argument = { readonly value: unknown; readonly text: string };

const DATE = /^DATE\((\d{4}),\s*(\d{1,2}),\s*(\d{1,2})\)$/i;
const NUMBER = /^-?\d+(\.\d+)?%?$/;

/** A number, share, date, truth value or quoted text; undefined for anything else. */
function literal(text: string, zone: () => string): Argument | undefined {
  if (NUMBER.test(text)) {
    const value = text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
    return { value, text };
  }
  if (/^(true|false)$/i.test(text))
    return { value: /^true$/i.test(text), text: text.toUpperCase() };
  const date = DATE.exec(text);
  if (date) {
    const [year = 0, month = 0, day = 0] = date.slice(1).map(Number);
    return { value: dateOfDay(dayFromParts(year, month, day), zone()), text: text.toUpperCase() };
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
    return literal(`DATE(${year},${month},${day})`, zone);
  }
  if (/^"([^"]|"")*"$/.test(text)) {
    return { value: text.slice(1, -1).replaceAll('""', '"'), text };
  }
  return undefined;
}

/** The parts of a list between separators that stand outside quotes and brackets. */
function splitOutside(text: string, separator: string): string[] {
  const parts = [""];
  let isQuoted = false;
  let depth = 0;
  for (const letter of text) {
    if (letter === '"') isQuoted = !isQuoted;
    if (!isQuoted && /[({]/.test(letter)) depth++;
    if (!isQuoted && /[)}]/.test(letter)) depth--;
    if (letter === separator && !isQuoted && depth === 0) parts.push("");
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim());
}

/** `{1, 2; 3, 4}` */
function array(text: string, zone: () => string): Argument | undefined {
  if (!/^\{.*\}$/s.test(text)) return undefined;
  const rows = splitOutside(text.slice(1, -1), ";").map((row) =>
    splitOutside(row, ",").map((cell) => {
      const found = literal(cell, zone);
      if (!found)
        throw new InputError(`${cell} in ${text} is neither a number, a date nor quoted text.`);
      return found.value;
    }),
  );
  return { value: rows, text };
}

function range(text: string, { spreadsheet }: Book): Argument | undefined {
  if (!/^[^{}"]+$/.test(text)) return undefined;
  const isAddress = /!|^\$?[A-Z]{1,3}\$?\d*(:\$?[A-Z]{1,3}\$?\d*)?$/i.test(text);
  try {
    const found = isAddress ? spreadsheet.getRange(text) : spreadsheet.getRangeByName(text);
    if (!found) return undefined;
    const values = found.getValues();
    return { value: values.length === 1 && values[0]?.length === 1 ? values[0][0] : values, text };
  } catch {
    if (!text.includes("!")) return undefined;
    throw new InputError(`${text} is no range of this spreadsheet.`);
  }
}

/** What a person wrote for an argument; words that are no range are text. */
export function argumentOf(written: string, book: Book): Argument {
  const text = written.trim();
  if (text === "") return { value: undefined, text: "" };
  return (
    literal(text, book.zone) ??
    array(text, book.zone) ??
    range(text, book) ?? { value: text, text: `"${text.replaceAll('"', '""')}"` }
  );
}
