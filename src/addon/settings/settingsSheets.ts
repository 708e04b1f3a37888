import { InputError } from "../../core/inputError.ts";
import { type Subjects, type SubjectValue, subjectList, subjects } from "../../settings/catalog.ts";
import { readContext } from "../../settings/context.ts";
import { migrateSheets, versionOf } from "../../settings/migrateSheets.ts";
import { scoringPreset, scoringPresetFor } from "../../settings/presets/scoringPresets.ts";
import { readSettings, type SettingsSheets } from "../../settings/readSettings.ts";
import { AS_OF_LABEL } from "../../settings/reportOptions.ts";
import type { Settings } from "../../settings/settings.ts";
import { sheetLayout } from "../../settings/sheetLayout.ts";
import { type ColumnBlock, type Inserted, sheetUpdate } from "../../settings/sheetUpdate.ts";
import type { SettingCells, Subject } from "../../settings/subject.ts";
import { SETTINGS_VERSION } from "../../settings/version.ts";
import type { Issue } from "../../tables/reading/issue.ts";
import { Book } from "../sheets/book.ts";
import { makePattern, reportDress } from "../sheets/dressedSheet.ts";
import { makeMemory } from "../sheets/memory.ts";
import { sheetValue } from "../sheets/sheetValue.ts";
import { asOfFormula, IN_USE } from "./asOfFormula.ts";
import { addSettingsSheets, type Wanted } from "./settingsSheet.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

const NONE: ReadonlySet<string> = new Set();

function readCells(book: Book, left: ReadonlySet<string> = NONE): SettingsSheets {
  const read: Record<string, SettingCells> = {};
  for (const { sheet: name } of subjectList) {
    const cells = left.has(name) ? [] : book.read(name);
    if (cells.length > 0) read[name] = cells;
  }
  return read;
}

/**
 * What the settings sheets say, each read once; a sheet that is not there, or is among those to be left aside, counts
 * with its defaults.
 */
export function readSettingsSheets(
  book: Book = new Book(),
  left?: ReadonlySet<string>,
): { settings: Settings; issues: Issue[] } {
  const { settings, issues } = readSettingsCells(book, left);
  return { settings, issues };
}

/** The same, with the cells that it was read from by the sheets' names. */
export function readSettingsCells(
  book: Book,
  left?: ReadonlySet<string>,
): { settings: Settings; issues: Issue[]; cells: SettingsSheets } {
  const { sheets, newer, from } = migrateSheets(readCells(book, left));
  const { settings, issues } = readSettings(sheets);
  if (newer) {
    issues.push({
      table: subjects.reportOptions.sheet,
      message: `The settings sheets have version ${from}, which is newer than this add-on.`,
      remedy: "Update the add-on; until then settings it does not know are ignored.",
      rejected: false,
    });
  }
  return { settings, issues, cells: sheets };
}

/** Starting values that differ from the defaults: what an import found out about the CRM. */
export type FirstSettings = { readonly [Id in keyof Subjects]?: SubjectValue<Id> };

/**
 * Creates the settings sheets that are missing and brings older ones up to date. What exists is never overwritten.
 * Returns the names of the sheets it created.
 */
export function createSettingsSheets(first: FirstSettings = {}, book: Book = new Book()): string[] {
  const missing = subjectList.filter((subject) => !book.find(subject.sheet));
  updateOlder(book);
  if (missing.length === 0) return [];
  const chosen = missing.some(({ id }) => id === "scoring") ? withPresets(first, book) : first;
  // The catalog pairs each id with its own subject; the compiler cannot follow that through an index.
  const wanted = missing.map(
    (subject) => ({ subject, value: chosen[subject.id] ?? subject.defaults }) as Wanted,
  );
  for (const [{ subject, value }, sheet] of addSettingsSheets(book, wanted))
    if (subject.id === "reportOptions") nameAsOf(book, sheet, subject.toCells(value));
  // What the first report would else have to make beside its own sheets.
  makePattern(book, reportDress);
  makeMemory(book);
  book.showAgain();
  return missing.map((subject) => subject.sheet);
}

/** The context, given or on its sheet, chooses the scoring preset. */
function withPresets(first: FirstSettings, book: Book): FirstSettings {
  const { sheet } = subjects.context;
  const context =
    first.context ?? (book.find(sheet) ? readContext(book.read(sheet)).value : undefined);
  return context ? { scoring: scoringPreset(scoringPresetFor(context)), ...first } : first;
}

/** Beside the setting stands the day in use, as reports take it, so that formulas have one where none is typed. */
function nameAsOf({ spreadsheet }: Book, sheet: Sheet, cells: SettingCells): void {
  const row = cells.findIndex((line) => line[0] === AS_OF_LABEL) + 1;
  const column = (cells[0]?.length ?? 0) + 1;
  const inUse = sheet.getRange(row, column);
  sheet.getRange(1, column).setValue(IN_USE);
  inUse.setNumberFormat("yyyy-mm-dd").setFormula(asOfFormula(`B${row}`));
  spreadsheet.setNamedRange("REVOPS_AS_OF", inUse);
}

/** Sheets of an older version are rewritten column by column, only where the new version says otherwise. */
function updateOlder(book: Book): void {
  const { sheet: name } = subjects.reportOptions;
  if (!book.find(name) || versionOf({ [name]: book.read(name) }) >= SETTINGS_VERSION) return;
  const before = readCells(book);
  const { sheets } = migrateSheets(before);
  for (const [title, cells] of Object.entries(sheets)) {
    const sheet = book.find(title);
    if (!sheet || !cells || cells === before[title]) continue;
    const width = cells[0]?.length ?? 0;
    for (let column = 0; column < width; column += 1) {
      const same = cells.every((row, index) => row[column] === before[title]?.[index]?.[column]);
      if (same) continue;
      const values = cells.map((row) => [sheetValue(row[column])]);
      sheet.getRange(1, column + 1, values.length, 1).setValues(values);
    }
  }
}

/**
 * Writes one subject's settings to its sheet. They are checked first, and nothing is written when they are wrong.
 * Columns and rows that the add-on does not know stay as they are.
 */
export function writeSettings<Id extends keyof Subjects>(
  id: Id,
  value: SubjectValue<Id>,
  book: Book = new Book(),
  written?: SettingCells,
  known?: SettingCells,
): void {
  // The catalog pairs each id with its own subject; the compiler cannot follow that through an index.
  const subject = subjects[id] as unknown as Subject<SubjectValue<Id>>;
  const issue = subject.read(subject.toCells(value)).issues[0];
  if (issue) {
    const place = `${subject.sheet}, ${issue.column ?? "row"} in row ${issue.row ?? 1}`;
    throw new InputError(`${place}: ${issue.message} Nothing was saved.`);
  }
  const sheet = book.find(subject.sheet);
  if (!sheet) {
    createSettingsSheets({ [id]: value }, book);
    return;
  }
  const cells = book.read(subject.sheet);
  const { removedRows, insertedRows, blocks } = sheetUpdate(subject, cells, value, written, known);
  for (const row of removedRows) sheet.deleteRow(row);
  const inserted: Inserted[] = [];
  let isWritten = false;
  try {
    for (const rows of insertedRows) insertRows(sheet, rows, inserted);
    if ((blocks[0]?.cells.length ?? 0) > cells.length - removedRows.length)
      addRows(book, sheet, subject, value, blocks);
    for (const { at, cells } of blocks) {
      const values = cells.map((row) => row.map(sheetValue));
      const range = sheet.getRange(1, at + 1, values.length, values[0]?.length ?? 1);
      keepWords(range, values);
      range.setValues(values);
      isWritten = true;
    }
  } catch (error) {
    // Blank rows among the others would stay.
    if (!isWritten) for (const { below, count } of inserted) sheet.deleteRows(below + 1, count);
    throw error;
  }
}

/** Words stay words only under a text format, which a person may have changed. */
function keepWords(range: Range, values: readonly (readonly unknown[])[]): void {
  const formats = range.getNumberFormats();
  let isChanged = false;
  values.forEach((row, at) => {
    row.forEach((value, column) => {
      const line = formats[at];
      if (typeof value !== "string" || value === "" || !line || line[column] === "@") return;
      line[column] = "@";
      isChanged = true;
    });
  });
  if (isChanged) range.setNumberFormats(formats);
}

/** New rows between others look like the row that follows them, and take the same values. The last inserted is the first of `done`. */
function insertRows(sheet: Sheet, rows: Inserted, done: Inserted[]): void {
  const { below, count } = rows;
  sheet.insertRowsAfter(below, count);
  done.unshift(rows);
  const width = sheet.getMaxColumns();
  const like = sheet.getRange(below + count + 1, 1, 1, width);
  const fresh = sheet.getRange(below + 1, 1, count, width);
  const { PASTE_DATA_VALIDATION, PASTE_FORMAT } = SpreadsheetApp.CopyPasteType;
  for (const kind of [PASTE_FORMAT, PASTE_DATA_VALIDATION]) like.copyTo(fresh, kind, false);
}

/** New rows at the bottom get the formats of the spare rows, before words are written there, and join the named range. */
function addRows<Value>(
  { spreadsheet }: Book,
  sheet: Sheet,
  subject: Subject<Value>,
  value: NoInfer<Value>,
  blocks: readonly ColumnBlock[],
): void {
  const [last, wanted] = [sheet.getMaxRows(), blocks[0]?.cells.length ?? 0];
  if (wanted <= last) return;
  sheet.insertRowsAfter(last, wanted - last);
  const spare = sheetLayout(subject, value).formats.slice(-1)[0] ?? [];
  for (const { at, columns } of blocks) {
    const formats = columns.map((column) => spare[column] ?? "@");
    const rows = Array.from({ length: wanted - last }, () => [...formats]);
    sheet.getRange(last + 1, at + 1, rows.length, formats.length).setNumberFormats(rows);
  }
  const width = Math.max(...blocks.map(({ at, columns }) => at + columns.length));
  spreadsheet.setNamedRange(subject.range, sheet.getRange(1, 1, wanted, width));
}
