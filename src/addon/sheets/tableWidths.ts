import { textWidth } from "../../reports/layout/textWidth.ts";
import type { AnyTable } from "../../tables/catalog.ts";
import type { Cell } from "../../tables/reading/cell.ts";
import { COLUMN_PIXELS } from "./tableDress.ts";
import { tableFormats } from "./tableFormats.ts";
import { widthRuns } from "./widthRuns.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Widths that columns have, in pixels; the narrowest that fits is taken. */
const WIDTHS = [COLUMN_PIXELS, 145, 185, 240] as const;
const PADDING = 14;
/** Rows that are looked at for what they need, and the share of them that must fit. */
const LOOKED_AT = 200;
const FITTING = 0.9;

/**
 * Headings always fit; of words and ids nearly all do. Numbers and dates need no more than the narrowest, which the
 * first columns of a dressed sheet have already.
 */
export function setWidths(
  sheet: Sheet,
  table: AnyTable,
  {
    header,
    cells,
  }: { readonly header: readonly string[]; readonly cells: readonly (readonly Cell[])[] },
  dressed = 0,
): void {
  const formatOf = tableFormats(table);
  const looked = cells.slice(0, LOOKED_AT);
  const widthOf = (index: number): number => {
    const heading = header[index] ?? "";
    const isWords = formatOf(heading) === "@";
    const wanted = isWords ? looked.map((line) => textWidth(String(line[index] ?? ""), 10)) : [];
    wanted.sort((one, other) => one - other);
    const most = wanted[Math.ceil(wanted.length * FITTING) - 1] ?? 0;
    const needed = Math.max(most, textWidth(heading, 10, true)) + PADDING;
    return WIDTHS.find((width) => width >= needed) ?? WIDTHS[WIDTHS.length - 1] ?? 0;
  };
  const widths = header.map((_, index) => widthOf(index));
  const runs = widthRuns(
    widths,
    dressed > 0 ? 1 : undefined,
    ({ start, count, width }) => width === COLUMN_PIXELS && start + count <= dressed,
  );
  for (const { start, count, width } of runs) sheet.setColumnWidths(start + 1, count, width);
}
