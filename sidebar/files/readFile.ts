import type { FileCell } from "../../src/addon/calls/requests.ts";
import { InputError } from "../../src/core/inputError.ts";
import { decodeText } from "./decodeText.ts";
import { type FileKind, fileKind } from "./fileKind.ts";
import { parseDelimited } from "./parseDelimited.ts";
import { readWorkbook } from "./readWorkbook.ts";

/** A file as rows of cells; a workbook has several sheets, a text file one with an empty name. */
export type FileRows = {
  readonly sheets: readonly { readonly name: string; readonly rows: FileCell[][] }[];
  /** What was decided about the file: its encoding when not UTF-8, its delimiter when not a comma. */
  readonly notes: readonly string[];
};

/** What a browser tab can hold with its parsed rows. */
const LARGEST_FILE = 200 * 1024 * 1024;

const REFUSALS: Readonly<Partial<Record<FileKind, string>>> = {
  empty: "is empty; export it again with at least its header row.",
  oldWorkbook:
    "is an old .xls workbook, which cannot be read; open it, save it as .xlsx or CSV and import that.",
  locked: "is protected by a password; save a copy without the password and import that.",
  html: "is a web page or XML table with a spreadsheet's name; open it, save it as .xlsx or CSV and import that.",
  pdf: "is a PDF, from which no table can be read; export the report as CSV or .xlsx.",
  zip: "is a zip archive; unpack it and import the files inside.",
  binary: "is neither text nor an .xlsx workbook; export the data as CSV or .xlsx.",
};

/** Turns the bytes of an export into rows. Works in a browser and in Node; what the rows mean is decided elsewhere. */
export async function readFile(name: string, bytes: Uint8Array): Promise<FileRows> {
  const kind = fileKind(bytes);
  const refusal = REFUSALS[kind];
  if (refusal !== undefined) throw new InputError(`${name} ${refusal}`);
  if (bytes.length > LARGEST_FILE) {
    throw new InputError(
      `${name} has ${Math.round(bytes.length / 1048576)} MB, more than the ${LARGEST_FILE / 1048576} MB that can be read; export fewer columns or a shorter time.`,
    );
  }
  const read = kind === "workbook" ? await fromWorkbook(name, bytes) : fromText(bytes);
  if (!read.sheets.some(({ rows }) => rows.some(hasContent))) {
    throw new InputError(`${name} has no content; export it again with at least its header row.`);
  }
  return read;
}

async function fromWorkbook(name: string, bytes: Uint8Array): Promise<FileRows> {
  const { sheets, hidden } = await readWorkbook(name, bytes);
  return {
    sheets: sheets.filter(({ rows }) => rows.some(hasContent)),
    notes: hidden.length > 0 ? [`Hidden sheets were not read: ${hidden.join(", ")}.`] : [],
  };
}

function fromText(bytes: Uint8Array): FileRows {
  const { text, encoding } = decodeText(bytes);
  const { rows, delimiter, brokenQuotes } = parseDelimited(text);
  const notes: string[] = [];
  if (encoding !== "UTF-8") notes.push(`Read as ${encoding} text.`);
  if (delimiter !== ",")
    notes.push(`Columns are separated by ${delimiter === "\t" ? "tabs" : delimiter}.`);
  if (brokenQuotes > 0) {
    notes.push(
      `${brokenQuotes} ${brokenQuotes === 1 ? "line has" : "lines have"} a quotation mark that is never closed and ${brokenQuotes === 1 ? "was" : "were"} taken as written.`,
    );
  }
  return { sheets: [{ name: "", rows }], notes };
}

function hasContent(row: readonly FileCell[]): boolean {
  return row.some((cell) => cell !== null && cell !== "" && String(cell).trim() !== "");
}
