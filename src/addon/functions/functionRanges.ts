import { type Day, partsOfDay } from "../../core/calendar/day.ts";
import { periodOf } from "../../core/calendar/period.ts";
import { subjectList, subjects } from "../../settings/catalog.ts";
import { crmTables, tables } from "../../tables/catalog.ts";
import { headingText, letterOf } from "../../tables/reading/readTable.ts";
import { knownAsOf } from "../settings/asOf.ts";
import { readSettingsSheets } from "../settings/settingsSheets.ts";
import type { Book } from "../sheets/book.ts";
import { openMemory } from "../sheets/memory.ts";
import { rangeName } from "../sheets/tableSheet.ts";
import type { RangeChoice } from "./functionTypes.ts";

/** Sheets whose headings are read: each costs a call. */
const MOST_SHEETS = 16;
const MOST_COLUMNS = 60;

/** A sheet's name as it stands in a formula. */
function sheetName(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** The tables, columns and settings of this workbook, in the order in which they are mostly needed. */
export function rangeChoices(book: Book): RangeChoice[] {
  const ours = new Set([...tables, ...subjectList].map(({ sheet }) => sheet));
  const reports = new Set(openMemory(book).keys.map(({ sheetId }) => sheetId));
  const crm = crmTables.filter(({ sheet }) => book.find(sheet));
  const others = book.sheets.filter(
    (sheet) =>
      !ours.has(sheet.getName()) && !reports.has(sheet.getSheetId()) && !sheet.isSheetHidden(),
  );
  const named = [...crm.map(({ sheet }) => sheet), ...others.map((sheet) => sheet.getName())];
  return [
    ...crm.map(
      (table): RangeChoice => ({
        label: `${table.sheet}: all records`,
        range: rangeName(table),
        kind: "table",
      }),
    ),
    ...named.slice(0, MOST_SHEETS).flatMap((name) => columnsOf(book, name)),
    ...subjectList
      .filter(({ sheet }) => book.find(sheet))
      .map(
        ({ sheet, range }): RangeChoice => ({
          label: `${sheet} settings`,
          range,
          kind: "settings",
        }),
      ),
    ...days(book),
  ];
}

const UNREAD = new Set(
  subjectList
    .filter((subject) => subject !== subjects.calendar && subject !== subjects.reportOptions)
    .map(({ sheet }) => sheet),
);

/** The as-of day, and the first and last day of its quarter. */
function days(book: Book): RangeChoice[] {
  if (!book.find(subjects.reportOptions.sheet)) return [];
  const { settings } = readSettingsSheets(book, UNREAD);
  const choices: RangeChoice[] = [{ label: "As-of day", range: "REVOPS_AS_OF", kind: "day" }];
  const asOf = knownAsOf(settings, {}, book);
  if (asOf === undefined) return choices;
  const { from, to, title } = periodOf(asOf, "quarter", settings.calendar);
  return [
    ...choices,
    { label: `First day of ${title}`, range: dayFormula(from), kind: "day" },
    { label: `Last day of ${title}`, range: dayFormula(to), kind: "day" },
  ];
}

/** A day as it stands in a formula, whatever the locale. */
export function dayFormula(day: Day): string {
  const { year, month, date } = partsOfDay(day);
  return `DATE(${year},${month},${date})`;
}

/** Each column below a heading in the first row. */
function columnsOf(book: Book, name: string): RangeChoice[] {
  const sheet = book.find(name);
  if (!sheet) return [];
  const width = Math.min(MOST_COLUMNS, book.columnsOf(sheet));
  const header = sheet.getRange(1, 1, 1, width).getValues()[0] ?? [];
  return header.flatMap((cell, at): RangeChoice[] => {
    const heading = headingText(cell);
    const letter = letterOf(at);
    const range = `${sheetName(name)}!${letter}2:${letter}`;
    return heading === "" ? [] : [{ label: `${name}: ${heading}`, range, kind: "column" }];
  });
}
