import { columnLetter } from "../reports/layout/a1.ts";
import { typedIn } from "../reports/layout/entered.ts";
import { LINE } from "../reports/layout/palette.ts";
import type { PlanLine, PlanStyle } from "../reports/layout/sheetPlan.ts";
import type { SheetImage } from "../reports/merge/sheetImage.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

const PLAIN: PlanStyle = {
  background: "#ffffff",
  colour: "#000000",
  bold: false,
  size: 10,
  pattern: "",
  align: "left",
  wrap: false,
};

/** A matrix as large as the rectangle, of one aspect of each cell. */
function aspect<T>(
  image: SheetImage,
  rows: number,
  columns: number,
  of: (style: PlanStyle) => T,
): T[][] {
  const values = image.styles.map(of);
  const plain = of(PLAIN);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const style = image.look[row]?.[column];
      return style === undefined ? plain : (values[style] ?? plain);
    }),
  );
}

const equal = (
  one: readonly (readonly unknown[])[],
  other: readonly (readonly unknown[])[],
): boolean => one.every((row, at) => row.every((value, column) => value === other[at]?.[column]));

function blankNotes(notes: readonly (readonly string[])[]): boolean {
  return notes.every((row) => row.every((note) => note === ""));
}

function addressOf({ area }: PlanLine): string {
  const { row, column, rows, columns } = area;
  return `${columnLetter(column)}${row}:${columnLetter(column + columns - 1)}${row + rows - 1}`;
}

function drawLines(
  sheet: Sheet,
  range: Range,
  lines: readonly PlanLine[],
  before: readonly PlanLine[],
): void {
  if (JSON.stringify(lines) === JSON.stringify(before)) return;
  if (before.length > 0) range.setBorder(false, false, false, false, false, false);
  const solid = SpreadsheetApp.BorderStyle.SOLID;
  const under = lines.filter(({ side }) => side === "bottom").map(addressOf);
  const over = lines.filter(({ side }) => side === "top").map(addressOf);
  if (under.length > 0)
    sheet.getRangeList(under).setBorder(null, null, true, null, null, null, LINE, solid);
  if (over.length > 0)
    sheet.getRangeList(over).setBorder(true, null, null, null, null, null, LINE, solid);
}

/**
 * Brings the cells from one image of the sheet to another, in one call for each aspect that differs. Formats come
 * before values, so that nothing is taken for a date or a number on the way in.
 */
export function writeCells(sheet: Sheet, image: SheetImage, before: SheetImage | undefined): void {
  const rows = Math.max(image.entered.length, before?.entered.length ?? 0);
  const columns = Math.max(image.entered[0]?.length ?? 0, before?.entered[0]?.length ?? 0);
  const range = sheet.getRange(1, 1, rows, columns);
  const apply = <T>(of: (style: PlanStyle) => T, write: (values: T[][]) => void) => {
    const values = aspect(image, rows, columns, of);
    if (!before || !equal(values, aspect(before, rows, columns, of))) write(values);
  };
  apply(
    ({ pattern }) => (pattern === "" ? "General" : pattern),
    (values) => range.setNumberFormats(values),
  );
  apply(
    ({ background }) => background,
    (values) => range.setBackgrounds(values),
  );
  apply(
    ({ colour }) => colour,
    (values) => range.setFontColors(values),
  );
  apply(
    ({ bold }) => (bold ? ("bold" as const) : ("normal" as const)),
    (values) => range.setFontWeights(values),
  );
  apply(
    ({ size }) => size,
    (values) => range.setFontSizes(values),
  );
  apply(
    ({ align, pattern }) => (align === "left" && pattern === "" ? null : align),
    (values) => range.setHorizontalAlignments(values),
  );
  apply(
    ({ wrap }) => wrap,
    (values) => range.setWraps(values),
  );
  const typed = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => typedIn(image.entered[row]?.[column] ?? "")),
  );
  range.setValues(typed);
  const notes = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => image.notes[row]?.[column] ?? ""),
  );
  if (!blankNotes(notes) || (before && !blankNotes(before.notes))) range.setNotes(notes);
  drawLines(sheet, range, image.lines, before?.lines ?? []);
}
