import type { Allowed } from "../settings/input.ts";
import { sheetLayout } from "../settings/sheetLayout.ts";
import { isNote, type Subject } from "../settings/subject.ts";
import { sheetValue } from "./sheetValue.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.DataValidation;

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

/** Neighbouring columns of one width are set in one call. */
function setWidths(sheet: Sheet, widths: readonly number[]): void {
  for (let start = 0; start < widths.length; ) {
    let end = start + 1;
    while (end < widths.length && widths[end] === widths[start]) end += 1;
    sheet.setColumnWidths(start + 1, end - start, widths[start] ?? 100);
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

function trim(sheet: Sheet, rows: number, columns: number): void {
  const [spareRows, spareColumns] = [sheet.getMaxRows() - rows, sheet.getMaxColumns() - columns];
  if (spareRows > 0) sheet.deleteRows(rows + 1, spareRows);
  if (spareColumns > 0) sheet.deleteColumns(columns + 1, spareColumns);
}

/** Adds the sheet of a subject with its values, formats, validation and named range. */
export function createSettingsSheet<Value>(
  spreadsheet: Spreadsheet,
  subject: Subject<Value>,
  value: Value,
): Sheet {
  const { cells, formats, allowed, heights } = sheetLayout(subject, value);
  const width = subject.columns.length;
  const sheet = spreadsheet.insertSheet(subject.sheet);
  trim(sheet, formats.length, width + SPARE_COLUMNS);
  const all = sheet.getRange(1, 1, formats.length, width);
  // Formats come first: what is written under a text format is not taken for a date.
  all.setNumberFormats(formats.map((row) => [...row]));
  sheet.getRange(1, 1, cells.length, width).setValues(cells.map((row) => row.map(sheetValue)));
  all.setDataValidations(rulesOf(allowed) as Rule[][]);
  all.setVerticalAlignment("top");
  all.setHorizontalAlignment("left");
  all.setWrapStrategy(SpreadsheetApp.WrapStrategy.WRAP);
  const header = sheet.getRange(1, 1, 1, width);
  header.setBackground(HEADER_FILL);
  header.setFontWeight("bold");
  header.setNotes([subject.columns.map((column) => column.about)]);
  subject.columns.forEach(({ label }, column) => {
    if (!isNote(label)) return;
    sheet
      .getRange(2, column + 1, formats.length - 1, 1)
      .setFontColor(SECONDARY)
      .setFontSize(9);
  });
  setWidths(
    sheet,
    subject.columns.map((column) => column.width),
  );
  setHeights(sheet, heights);
  sheet.setFrozenRows(1);
  sheet.setTabColor(AMBER);
  sheet.protect().setDescription(`${subject.sheet}: ${subject.about}`).setWarningOnly(true);
  spreadsheet.setNamedRange(subject.range, all);
  return sheet;
}
