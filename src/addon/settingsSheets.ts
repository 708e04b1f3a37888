import { InputError } from "../core/inputError.ts";
import { type Subjects, type SubjectValue, subjectList, subjects } from "../settings/catalog.ts";
import { readContext } from "../settings/context.ts";
import { migrateSheets, versionOf } from "../settings/migrateSheets.ts";
import { scoringPreset, scoringPresetFor } from "../settings/presets/scoringPresets.ts";
import { readSettings, type SettingsSheets } from "../settings/readSettings.ts";
import { AS_OF_LABEL } from "../settings/reportOptions.ts";
import type { Settings } from "../settings/settings.ts";
import { sheetLayout } from "../settings/sheetLayout.ts";
import { type ColumnBlock, sheetUpdate } from "../settings/sheetUpdate.ts";
import type { SettingCells, Subject } from "../settings/subject.ts";
import { SETTINGS_VERSION } from "../settings/version.ts";
import type { Issue } from "../tables/issue.ts";
import { toCell } from "../tables/spreadsheetDate.ts";
import { createSettingsSheet } from "./settingsSheet.ts";
import { sheetValue } from "./sheetValue.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

function spreadsheet() {
  return SpreadsheetApp.getActiveSpreadsheet();
}

function sheetsByName(sheets: readonly Sheet[] = spreadsheet().getSheets()): Map<string, Sheet> {
  return new Map(sheets.map((sheet) => [sheet.getName(), sheet]));
}

function cellsOf(sheet: Sheet): SettingCells {
  const zone = () => spreadsheet().getSpreadsheetTimeZone();
  return sheet
    .getDataRange()
    .getValues()
    .map((row) => row.map((value) => toCell(value, zone)));
}

function readCells(sheets: ReadonlyMap<string, Sheet>): SettingsSheets {
  const read: Record<string, SettingCells> = {};
  for (const { sheet: name } of subjectList) {
    const sheet = sheets.get(name);
    if (sheet) read[name] = cellsOf(sheet);
  }
  return read;
}

/** What the settings sheets say, each read once; a sheet that is not there counts with its defaults. */
export function readSettingsSheets(existing?: readonly Sheet[]): {
  settings: Settings;
  issues: Issue[];
} {
  const { sheets, newer, from } = migrateSheets(readCells(sheetsByName(existing)));
  const { settings, issues } = readSettings(sheets);
  if (newer) {
    issues.push({
      table: subjects.reportOptions.sheet,
      message: `The settings sheets have version ${from}, which is newer than this add-on.`,
      remedy: "Update the add-on; until then settings it does not know are ignored.",
      rejected: false,
    });
  }
  return { settings, issues };
}

/** Starting values that differ from the defaults: what an import found out about the CRM. */
export type FirstSettings = { readonly [Id in keyof Subjects]?: SubjectValue<Id> };

/**
 * Creates the settings sheets that are missing and brings older ones up to date. What exists is never overwritten.
 * Returns the names of the sheets it created.
 */
export function createSettingsSheets(first: FirstSettings = {}): string[] {
  const existing = sheetsByName();
  const missing = subjectList.filter((subject) => !existing.has(subject.sheet));
  updateOlder(existing);
  if (missing.length === 0) return [];
  const active = spreadsheet().getActiveSheet();
  const chosen = withPresets(first, existing.get(subjects.context.sheet));
  for (const subject of missing) {
    const value = chosen[subject.id] ?? subject.defaults;
    const sheet = createSettingsSheet(spreadsheet(), subject, value);
    if (subject.id === "reportOptions") nameAsOf(sheet, subject.toCells(value));
  }
  spreadsheet().setActiveSheet(active);
  return missing.map((subject) => subject.sheet);
}

/** The context, given or on its sheet, chooses the scoring preset. */
function withPresets(first: FirstSettings, sheet: Sheet | undefined): FirstSettings {
  const context = first.context ?? (sheet ? readContext(cellsOf(sheet)).value : undefined);
  return context ? { scoring: scoringPreset(scoringPresetFor(context)), ...first } : first;
}

function nameAsOf(sheet: Sheet, cells: SettingCells): void {
  const row = cells.findIndex((line) => line[0] === AS_OF_LABEL) + 1;
  spreadsheet().setNamedRange("REVOPS_AS_OF", sheet.getRange(row, 2));
}

/** Sheets of an older version are rewritten column by column, only where the new version says otherwise. */
function updateOlder(existing: ReadonlyMap<string, Sheet>): void {
  const { sheet: name } = subjects.reportOptions;
  const options = existing.get(name);
  if (!options || versionOf({ [name]: cellsOf(options) }) >= SETTINGS_VERSION) return;
  const before = readCells(existing);
  const { sheets } = migrateSheets(before);
  for (const [title, cells] of Object.entries(sheets)) {
    const sheet = existing.get(title);
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
export function writeSettings<Id extends keyof Subjects>(id: Id, value: SubjectValue<Id>): void {
  // The catalog pairs each id with its own subject; the compiler cannot follow that through an index.
  const subject = subjects[id] as unknown as Subject<SubjectValue<Id>>;
  const issue = subject.read(subject.toCells(value)).issues[0];
  if (issue) {
    const place = `${subject.sheet}, ${issue.column ?? "row"} in row ${issue.row ?? 1}`;
    throw new InputError(`${place}: ${issue.message} Nothing was saved.`);
  }
  const sheet = spreadsheet().getSheetByName(subject.sheet);
  if (!sheet) {
    createSettingsSheets({ [id]: value });
    return;
  }
  const { removedRows, blocks } = sheetUpdate(subject, cellsOf(sheet), value);
  for (const row of removedRows) sheet.deleteRow(row);
  addRows(sheet, subject, value, blocks);
  for (const { at, cells } of blocks) {
    const values = cells.map((row) => row.map(sheetValue));
    sheet.getRange(1, at + 1, values.length, values[0]?.length ?? 1).setValues(values);
  }
}

/** New rows at the bottom get the formats of the spare rows, before words are written there, and join the named range. */
function addRows<Value>(
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
  spreadsheet().setNamedRange(subject.range, sheet.getRange(1, 1, wanted, width));
}
