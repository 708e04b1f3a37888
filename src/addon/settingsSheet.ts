import type { Allowed } from "../settings/input.ts";
import { sheetLayout } from "../settings/sheetLayout.ts";
import { isNote, type SheetColumn, type Subject } from "../settings/subject.ts";
import type { Book } from "./book.ts";
import { sheetValue } from "./sheetValue.ts";
import { tabPlace } from "./tabPlace.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.DataValidation;
type TextStyle = GoogleAppsScript.Spreadsheet.TextStyle;

const AMBER = "#b06000";
const HEADER_FILL = "#f1f3f4";
const SECONDARY = "#5f6368";
/** Columns kept free for a person's own notes. */
const SPARE_COLUMNS = 2;

/** Warns and explains; nothing is refused, since every reader checks again. */
function ruleOf(allowed: Allowed | undefined): Rule | null {
  if (!allowed) return null;
  const builder = SpreadsheetApp.newDataValidation()
    .setAllowInvalid(true)
    .setHelpText(`Expected ${allowed.expected}.`);
  if (allowed.choices) return builder.requireValueInList([...allowed.choices], true).build();
  if (allowed.kind === "boolean")
    return builder.requireValueInList(["TRUE", "FALSE"], true).build();
  if (allowed.kind === "date") return builder.requireDate().build();
  if (allowed.minimum === undefined || allowed.maximum === undefined) return null;
  return builder.requireNumberBetween(allowed.minimum, allowed.maximum).build();
}

/** One rule object for each kind of cell: building them anew for every cell is slow. */
function rulesOf(rows: readonly (readonly (Allowed | undefined)[])[]): (Rule | null)[][] {
  const built = new Map<Allowed | undefined, Rule | null>();
  return rows.map((row) =>
    row.map((allowed) => {
      const known = built.get(allowed);
      if (known !== undefined) return known;
      const rule = ruleOf(allowed);
      built.set(allowed, rule);
      return rule;
    }),
  );
}

/** Columns that differ by less than this many pixels get the same width, so that a run of them is one call. */
const SAME_WIDTH = 60;

/** Neighbouring columns of about the same width are set in one call, to the widest of them. */
function setWidths(sheet: Sheet, widths: readonly number[]): void {
  for (let start = 0; start < widths.length; ) {
    let end = start + 1;
    let [least, most] = [widths[start] ?? 100, widths[start] ?? 100];
    for (; end < widths.length; end += 1) {
      const width = widths[end] ?? 100;
      if (Math.max(most, width) - Math.min(least, width) > SAME_WIDTH) break;
      [least, most] = [Math.min(least, width), Math.max(most, width)];
    }
    sheet.setColumnWidths(start + 1, end - start, most);
    start = end;
  }
}

/** The same for rows that are higher than others. */
function setHeights(sheet: Sheet, heights: readonly number[]): void {
  const usual = Math.min(...heights);
  for (let start = 0; start < heights.length; ) {
    let end = start + 1;
    while (end < heights.length && heights[end] === heights[start]) end += 1;
    const height = heights[start] ?? usual;
    if (height > usual) sheet.setRowHeights(start + 1, end - start, height);
    start = end;
  }
}

/** A bold heading, and small grey words below in the columns of notes. */
function textStyles(columns: readonly SheetColumn[], rows: number): TextStyle[][] {
  const heading = SpreadsheetApp.newTextStyle().setBold(true).build();
  const plain = SpreadsheetApp.newTextStyle().setBold(false).build();
  const note = SpreadsheetApp.newTextStyle().setForegroundColor(SECONDARY).setFontSize(9).build();
  const line = columns.map(({ label }) => (isNote(label) ? note : plain));
  return Array.from({ length: rows }, (_, row) => (row === 0 ? columns.map(() => heading) : line));
}

/** Adds the sheet of a subject with its values, formats, validation and named range. */
export function createSettingsSheet<Value>(
  book: Book,
  subject: Subject<Value>,
  value: Value,
): Sheet {
  const { cells, formats, allowed, heights } = sheetLayout(subject, value);
  const width = subject.columns.length;
  const names = book.sheets.map((one) => one.getName());
  const sheet = book.add(subject.sheet, tabPlace(names, subject.sheet));
  book.resize(sheet, formats.length, width + SPARE_COLUMNS);
  const all = sheet.getRange(1, 1, formats.length, width);
  // Formats come first: what is written under a text format is not taken for a date.
  all.setNumberFormats(formats.map((row) => [...row]));
  sheet.getRange(1, 1, cells.length, width).setValues(cells.map((row) => row.map(sheetValue)));
  all.setDataValidations(rulesOf(allowed) as Rule[][]);
  // The values of a form are of many kinds and read best in one line below the other.
  if (subject.lines.length > 0) all.setHorizontalAlignment("left");
  if (heights.some((height) => height !== heights[0])) {
    all.setVerticalAlignment("top");
    all.setWrapStrategy(SpreadsheetApp.WrapStrategy.WRAP);
    setHeights(sheet, heights);
  }
  const header = sheet.getRange(1, 1, 1, width);
  header.setBackground(HEADER_FILL);
  header.setNotes([subject.columns.map((column) => column.about)]);
  all.setTextStyles(textStyles(subject.columns, formats.length));
  setWidths(
    sheet,
    subject.columns.map((column) => column.width),
  );
  sheet.setFrozenRows(1);
  sheet.setTabColor(AMBER);
  sheet.protect().setWarningOnly(true);
  book.spreadsheet.setNamedRange(subject.range, all);
  return sheet;
}
