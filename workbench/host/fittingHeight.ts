import type { CellStyle, SheetData, WorkbookData } from "./workbook.ts";

const ROW_HEIGHT = 21;
const DEFAULT_SIZE = 10;
/** Average width of a letter and height of a line for a font size in points; guesses on the wide side. */
const LETTER_SHARE = 0.62;
const LINE_SHARE = 1.5;
const PADDING = 6;

/** The pixels that a row's texts need, wrapped where their cells say so. */
export function fittingHeight({ styles }: WorkbookData, sheet: SheetData, row: number): number {
  const cells = sheet.values[row - 1] ?? [];
  return cells.reduce<number>((height, value, at) => {
    if (value === null || value === undefined || value === "") return height;
    const style: CellStyle = styles[sheet.styles[row - 1]?.[at] ?? -1] ?? {};
    const size = style.fontSize ?? DEFAULT_SIZE;
    const room = (sheet.columnWidths[at + 1] ?? 100) - PADDING;
    const wide = (text: string) =>
      Math.max(1, Math.ceil((text.length * size * LETTER_SHARE) / room));
    const lines = String(value)
      .split("\n")
      .reduce((sum, line) => sum + (style.wrap === "WRAP" ? wide(line) : 1), 0);
    return Math.max(height, Math.round(ROW_HEIGHT + (lines - 1) * size * LINE_SHARE));
  }, ROW_HEIGHT);
}
