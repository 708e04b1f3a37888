import type { Allowed } from "../../settings/input.ts";
import { rowsWanted, sheetLayout } from "../../settings/sheetLayout.ts";
import { isNote, type Subject } from "../../settings/subject.ts";
import type { Book } from "../sheets/book.ts";
import { sheetValue } from "../sheets/sheetValue.ts";
import { tabPlace } from "../sheets/tabPlace.ts";
import { widthRuns } from "../sheets/widthRuns.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.DataValidation;

const AMBER = "#b06000";
const HEADER_FILL = "#f1f3f4";
const SECONDARY = "#5f6368";
/** Columns kept free for a person's own notes, at least. */
const SPARE_COLUMNS = 2;
/** Columns that most sheets have room in. */
const COLUMNS = 9;

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

/** A settings sheet to be made. */
export type Wanted<Value = unknown> = { readonly subject: Subject<Value>; readonly value: Value };

/** Sheets with the same columns look the same. */
const lookOf = ({ columns, lines }: Subject<unknown>) =>
  JSON.stringify([columns.map(({ label, width }) => [label, width]), lines.length > 0]);

/** A blank sheet with what all settings sheets share. */
function bareSheet(book: Book, name: string, place: number, rows: number): Sheet {
  const sheet = book.add(name, place);
  book.resize(sheet, rows, COLUMNS);
  sheet.getRange(1, 1, 1, COLUMNS).setBackground(HEADER_FILL).setFontWeight("bold");
  const all = sheet.getRange(1, 1, rows, COLUMNS);
  all.setVerticalAlignment("top").setWrapStrategy(SpreadsheetApp.WrapStrategy.WRAP);
  sheet.setFrozenRows(1);
  sheet.setTabColor(AMBER);
  return sheet;
}

/** Gives a bare sheet the columns of a subject: their number, widths, explanations and small grey notes. */
function dress(book: Book, sheet: Sheet, { columns, lines }: Subject<unknown>): void {
  const [rows, width] = [book.rowsOf(sheet), columns.length];
  book.grow(sheet, rows, width + SPARE_COLUMNS);
  sheet.getRange(1, 1, 1, width).setNotes([columns.map(({ about }) => about)]);
  const notes = columns.filter(({ label }) => isNote(label)).length;
  const first = columns.findIndex(({ label }) => isNote(label)) + 1;
  if (notes > 0) {
    const small = SpreadsheetApp.newTextStyle().setForegroundColor(SECONDARY).setFontSize(9);
    sheet.getRange(2, first, rows - 1, notes).setTextStyle(small.build());
  }
  // The values of a form are of many kinds and read best in one line below the other.
  if (lines.length > 0) sheet.getRange(1, 1, rows, width).setHorizontalAlignment("left");
  for (const { start, count, width: pixels } of widthRuns(columns.map((column) => column.width)))
    sheet.setColumnWidths(start + 1, count, pixels);
}

function fill({ spreadsheet }: Book, sheet: Sheet, { subject, value }: Wanted, rows: number): void {
  const { cells, formats, allowed } = sheetLayout(subject, value, rows);
  const width = subject.columns.length;
  const all = sheet.getRange(1, 1, rows, width);
  // Formats come first: what is written under a text format is not taken for a date.
  all.setNumberFormats(formats.map((row) => [...row]));
  sheet.getRange(1, 1, cells.length, width).setValues(cells.map((row) => row.map(sheetValue)));
  all.setDataValidations(rulesOf(allowed) as Rule[][]);
  // Sentences are longer than their column is wide.
  if (subject.lines.length > 0) sheet.autoResizeRows(1, cells.length);
  sheet.protect().setWarningOnly(true);
  spreadsheet.setNamedRange(subject.range, all);
}

/**
 * Adds the sheets of subjects with their values, formats, validation and named ranges. Every call to the spreadsheet
 * takes its time, so what sheets share is set on one of them and copied: first what all have, then what those with
 * the same columns have.
 */
export function addSettingsSheets(
  book: Book,
  wanted: readonly Wanted[],
): ReadonlyMap<Wanted, Sheet> {
  const names = book.sheets.map((one) => one.getName());
  const rows = Math.max(...wanted.map(({ subject, value }) => rowsWanted(subject, value)));
  const made = new Map<Wanted, Sheet>();
  const dressed = new Map<string, Sheet>();
  /** The tabs stand in the order of what is wanted, whichever is made first. */
  const placeOf = (one: Wanted) => {
    const before = wanted.slice(0, wanted.indexOf(one)).filter((other) => made.has(other));
    return tabPlace(names, one.subject.sheet) + before.length;
  };
  let bare: Sheet | undefined;
  for (const one of wanted) {
    const { sheet: name } = one.subject;
    if (dressed.has(lookOf(one.subject))) continue;
    const sheet = bare
      ? book.add(name, placeOf(one), bare)
      : bareSheet(book, name, placeOf(one), rows);
    bare ??= sheet;
    made.set(one, sheet);
    dressed.set(lookOf(one.subject), sheet);
  }
  for (const [{ subject }, sheet] of made) dress(book, sheet, subject);
  for (const one of wanted) {
    if (made.has(one)) continue;
    made.set(one, book.add(one.subject.sheet, placeOf(one), dressed.get(lookOf(one.subject))));
  }
  // Last, since copies would take names and protection along.
  for (const [one, sheet] of made) fill(book, sheet, one, rows);
  return made;
}
