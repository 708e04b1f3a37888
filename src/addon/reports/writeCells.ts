import { columnLetter } from "../../reports/layout/a1.ts";
import { typedIn } from "../../reports/layout/entered.ts";
import { ROW_PIXELS } from "../../reports/layout/grid.ts";
import { LINE } from "../../reports/layout/palette.ts";
import type { PlanArea, PlanHeight, PlanStyle } from "../../reports/layout/sheetPlan.ts";
import type { SheetImage } from "../../reports/merge/sheetImage.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type TextStyle = GoogleAppsScript.Spreadsheet.TextStyle;

const PLAIN: PlanStyle = {
  background: "#ffffff",
  colour: "#000000",
  bold: false,
  size: 10,
  pattern: "",
  align: "left",
  wrap: false,
};

/** Rows that are given their height one by one; more of them fit themselves. */
const MOST_HEIGHTS = 2;

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

function addressOf({ row, column, rows, columns }: PlanArea): string {
  return `${columnLetter(column)}${row}:${columnLetter(column + columns - 1)}${row + rows - 1}`;
}

function drawLines(
  sheet: Sheet,
  range: Range,
  lines: readonly PlanArea[],
  before: readonly PlanArea[],
): void {
  if (JSON.stringify(lines) === JSON.stringify(before)) return;
  if (before.length > 0) range.setBorder(false, false, false, false, false, false);
  if (lines.length === 0) return;
  const solid = SpreadsheetApp.BorderStyle.SOLID;
  sheet
    .getRangeList(lines.map(addressOf))
    .setBorder(null, null, true, null, null, null, LINE, solid);
}

/** On a new sheet rows that need more than a line fit themselves, all in one call; later only rows that changed are set. */
function setHeights(
  sheet: Sheet,
  heights: readonly PlanHeight[],
  before: readonly PlanHeight[],
): void {
  const has = (list: readonly PlanHeight[], { row, pixels }: PlanHeight) =>
    list.some((one) => one.row === row && one.pixels === pixels);
  const fresh = heights.filter((one) => !has(before, one));
  if (before.length === 0 && fresh.length > MOST_HEIGHTS) {
    const [first, ...others] = fresh;
    const rows = others.map(({ row }) => row);
    if (first) sheet.setRowHeight(first.row, first.pixels);
    sheet.autoResizeRows(Math.min(...rows), Math.max(...rows) - Math.min(...rows) + 1);
    return;
  }
  const kept = new Set(heights.map(({ row }) => row));
  for (const { row } of before) if (!kept.has(row)) sheet.setRowHeight(row, ROW_PIXELS);
  for (const { row, pixels } of fresh) sheet.setRowHeight(row, pixels);
}

const NEW_SHEET: SheetImage = {
  entered: [],
  look: [],
  styles: [],
  notes: [],
  charts: [],
  rules: [],
  lines: [],
  heights: [],
};

/** Columns at the right that stay as they are need not be touched: a person's formulas may spill there. */
function changedColumns(image: SheetImage, before: SheetImage): number {
  const rows = Math.max(image.entered.length, before.entered.length);
  const styleKeys = [image, before].map(({ styles }) =>
    styles.map((style) => JSON.stringify(style)),
  );
  const says = (one: SheetImage, keys: readonly string[], row: number, column: number) =>
    `${keys[one.look[row]?.[column] ?? -1] ?? untouched}|${one.notes[row]?.[column] ?? ""}|${one.entered[row]?.[column] ?? ""}`;
  const [keys = [], keysBefore = []] = styleKeys;
  const untouched = JSON.stringify(PLAIN);
  let columns = Math.max(image.entered[0]?.length ?? 0, before.entered[0]?.length ?? 0);
  while (columns > 1) {
    for (let row = 0; row < rows; row++) {
      const column = columns - 1;
      if (says(image, keys, row, column) !== says(before, keysBefore, row, column)) return columns;
    }
    columns -= 1;
  }
  return columns;
}

/** Colour, weight and size go together in one call; equal ones are one object, so that they can be compared. */
function textStyles(): (style: PlanStyle) => TextStyle {
  const built = new Map<string, TextStyle>();
  return ({ colour, bold, size }) => {
    const key = `${colour} ${bold} ${size}`;
    const known = built.get(key);
    if (known) return known;
    const style = SpreadsheetApp.newTextStyle()
      .setForegroundColor(colour)
      .setBold(bold)
      .setFontSize(size)
      .build();
    built.set(key, style);
    return style;
  };
}

/**
 * Brings the cells from one image of the sheet to another, in one call for each aspect that differs. Formats come
 * before values, so that nothing is taken for a date or a number on the way in.
 */
export function writeCells(sheet: Sheet, image: SheetImage, before: SheetImage = NEW_SHEET): void {
  const rows = Math.max(image.entered.length, before.entered.length);
  const columns = changedColumns(image, before);
  const range = sheet.getRange(1, 1, rows, columns);
  const apply = <T>(of: (style: PlanStyle) => T, write: (values: T[][]) => void) => {
    const values = aspect(image, rows, columns, of);
    if (!equal(values, aspect(before, rows, columns, of))) write(values);
  };
  apply(
    ({ pattern }) => (pattern === "" ? "General" : pattern),
    (values) => range.setNumberFormats(values),
  );
  apply(
    ({ background }) => background,
    (values) => range.setBackgrounds(values),
  );
  const text = textStyles();
  apply(text, (values) => range.setTextStyles(values));
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
  const notesOf = ({ notes }: SheetImage) =>
    typed.map((cells, row) => cells.map((_, column) => notes[row]?.[column] ?? ""));
  const notes = notesOf(image);
  if (!equal(notes, notesOf(before))) range.setNotes(notes);
  drawLines(sheet, range, image.lines, before.lines);
  setHeights(sheet, image.heights, before.heights);
}
