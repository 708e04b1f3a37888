import { strFromU8, unzipSync } from "fflate";
import readXlsxFile from "read-excel-file/universal";
import type { FileCell } from "../../src/addon/calls/requests.ts";
import { InputError } from "../../src/core/inputError.ts";

export type WorkbookSheet = { readonly name: string; readonly rows: FileCell[][] };

/** The visible sheets of an .xlsx file, with their names; dates become ISO text, numbers and booleans stay what they are. */
export async function readWorkbook(
  file: string,
  bytes: Uint8Array,
): Promise<{ sheets: WorkbookSheet[]; hidden: string[] }> {
  const hidden = hiddenSheets(file, bytes);
  const copy = new Uint8Array(bytes).buffer;
  let sheets: Awaited<ReturnType<typeof readXlsxFile>>;
  try {
    sheets = await readXlsxFile(copy, { trim: false });
  } catch {
    throw damaged(file);
  }
  return {
    sheets: sheets
      .filter(({ sheet }) => !hidden.includes(sheet))
      .map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(toFileCell)) })),
    hidden,
  };
}

function hiddenSheets(file: string, bytes: Uint8Array): string[] {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, { filter: ({ name }) => name === "xl/workbook.xml" });
  } catch {
    throw damaged(file);
  }
  const part = parts["xl/workbook.xml"];
  if (!part) throw damaged(file);
  const hidden: string[] = [];
  for (const [tag] of strFromU8(part).matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    const name = /\sname="([^"]*)"/.exec(tag)?.[1];
    if (name !== undefined && /\sstate="(hidden|veryHidden)"/.test(tag))
      hidden.push(unescapeXml(name));
  }
  return hidden;
}

function damaged(file: string): InputError {
  return new InputError(
    `${file} is damaged: it starts like an Excel workbook but cannot be opened; export it again.`,
  );
}

function toFileCell(value: unknown): FileCell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return isoText(value);
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}

/** Excel's dates have no zone; the reader gives them as UTC. Times are kept to the second. */
function isoText(date: Date): string {
  const seconds = Math.round(date.getTime() / 1000);
  const iso = new Date(seconds * 1000).toISOString();
  return seconds % 86400 === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}

function unescapeXml(text: string): string {
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");
}
