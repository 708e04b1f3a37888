import { isoFromMoment } from "../../core/calendar/day.ts";
import { type Cell, isDateCell } from "./cell.ts";
import type { ColumnReading } from "./columnReading.ts";
import { isNullText } from "./nullWord.ts";

/** What a cell of a spreadsheet can hold. */
const LONGEST = 50000;

/**
 * Texts, trimmed, with runs of spaces made one. `NA` means nothing, except in a column of short codes such as
 * EMEA and APAC, where it is North America.
 */
export function textColumn(cells: readonly Cell[]): ColumnReading {
  let naIsValue: boolean | undefined;
  const read = (cell: Cell) => {
    if (cell === undefined || cell === null || cell === "") return undefined;
    if (isDateCell(cell)) return isoFromMoment(cell.moment);
    if (typeof cell !== "string") return String(cell);
    const text = tidied(cell);
    if (isNullText(text)) return undefined;
    if (text === "NA" || text === "na") {
      naIsValue ??= holdsCodes(cells);
      return naIsValue ? text : undefined;
    }
    return text;
  };
  return { read };
}

function tidied(cell: string): string {
  const text = cell.replace(/\r\n?/g, "\n").trim().slice(0, LONGEST);
  return /[^\S\n]{2,}|[^\S\n ]/.test(text) ? text.replace(/[^\S\n]+/g, " ") : text;
}

function holdsCodes(cells: readonly Cell[]): boolean {
  const values = new Set<string>();
  for (const cell of cells) {
    if (typeof cell === "string" && values.size < 200) values.add(cell.trim());
  }
  values.delete("NA");
  values.delete("");
  let codes = 0;
  for (const value of values) if (/^[A-Z]{2,5}$/.test(value)) codes += 1;
  return codes >= 2 && codes * 2 >= values.size;
}
