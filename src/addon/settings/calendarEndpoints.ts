import { type Day, isoFromDay } from "../../core/calendar/day.ts";
import type { FiscalCalendar } from "../../core/calendar/fiscalCalendar.ts";
import { periodOf } from "../../core/calendar/period.ts";
import { workingDays } from "../../core/calendar/workingDays.ts";
import { InputError } from "../../core/inputError.ts";
import { homeCurrency } from "../../core/money/homeCurrency.ts";
import type { Rate } from "../../core/money/rate.ts";
import type { Cell } from "../../tables/reading/cell.ts";
import { isProblem, shown } from "../../tables/reading/columnReading.ts";
import { conventionsOf } from "../../tables/reading/conventions.ts";
import { dateColumn } from "../../tables/reading/dateColumn.ts";
import { momentOfDate, toCell } from "../../tables/reading/spreadsheetDate.ts";
import { answer } from "../calls/answer.ts";
import type { Answer } from "../calls/requests.ts";
import { Book } from "../sheets/book.ts";
import { readTables } from "../sheets/readTables.ts";
import { knownAsOf } from "./asOf.ts";
import { missingRates } from "./missingRates.ts";
import { readSettingsSheets } from "./settingsSheets.ts";
import { readRows, stateOf } from "./settingsState.ts";
import type { CalendarPreview, CalendarState, Holidays, SettingRow } from "./settingsTypes.ts";

/** Cells that a holiday list may have; more is a column chosen by mistake. */
const MOST_HOLIDAY_CELLS = 5000;
const SAMPLES = 5;

export function calendarEndpoint(): Answer<CalendarState> {
  return answer(() => {
    const book = new Book();
    return {
      calendar: stateOf(book, "calendar"),
      currency: stateOf(book, "currency"),
      options: stateOf(book, "reportOptions"),
    };
  });
}

export type CalendarPreviewRequest = {
  readonly calendar: readonly SettingRow[];
  readonly currency: readonly SettingRow[];
  readonly options: readonly SettingRow[];
};

/** The fiscal quarters that an edited calendar makes, and the rates that the data needs and lacks. */
export function previewCalendarEndpoint(request: CalendarPreviewRequest): Answer<CalendarPreview> {
  return answer(() => {
    const book = new Book();
    const calendar = readRows("calendar", request.calendar);
    const currency = readRows("currency", request.currency);
    const options = readRows("reportOptions", request.options);
    const home = (options.value as { homeCurrency?: string }).homeCurrency;
    const settings = {
      ...readSettingsSheets(book).settings,
      rates: currency.value as readonly Rate[],
      homeCurrency: home,
    };
    const tables = readTables(["opportunities", "quotas"], book);
    const asOf =
      knownAsOf(settings, tables, book) ?? Math.floor(momentOfDate(new Date(), book.zone()));
    const deals = tables.opportunities?.rows ?? [];
    return {
      problems: [calendar, currency, options].flatMap(({ problems }) => problems),
      periods: quartersOf(asOf, calendar.value as FiscalCalendar),
      homeCurrency:
        homeCurrency(
          home,
          deals.map((deal) => deal.currency),
        ) ?? "",
      missingRates: missingRates(tables, settings, asOf),
    };
  });
}

function quartersOf(asOf: Day, calendar: FiscalCalendar): CalendarPreview["periods"] {
  const year = periodOf(asOf, "year", calendar);
  const periods: { title: string; text: string }[] = [];
  for (let day = year.from; day <= year.to; ) {
    const { title, from, to } = periodOf(day, "quarter", calendar);
    const weeks = calendar.pattern === "months" ? "" : `${(to - from + 1) / 7} weeks, `;
    const span = calendar.pattern === "months" ? `${isoFromDay(from)} to ${isoFromDay(to)}, ` : "";
    periods.push({ title, text: `${span}${weeks}${workingDays(from, to, calendar)} working days` });
    day = to + 1;
  }
  return periods;
}

export type HolidaysRequest = {
  /** A pasted list. */
  readonly text?: string;
  /** `Sheet!A2:A20`; blank: the cells that are selected. */
  readonly range?: string;
};

/** The days that a pasted list or a range names, in the notation of the spreadsheet's locale. */
export function holidaysEndpoint({ text, range }: HolidaysRequest): Answer<Holidays> {
  return answer(() => {
    const book = new Book();
    const cells = text ? text.split(/[\n;\t]/) : cellsOf(book, range ?? "");
    if (cells.length > MOST_HOLIDAY_CELLS) {
      throw new InputError(
        `That is ${cells.length} cells; expected a list of holidays with at most ${MOST_HOLIDAY_CELLS}.`,
      );
    }
    return daysIn(cells, book.locale());
  });
}

function cellsOf({ spreadsheet, zone }: Book, address: string): Cell[] {
  const range = address === "" ? spreadsheet.getActiveRange() : rangeNamed(spreadsheet, address);
  if (!range) throw new InputError("No cells are selected; select the holidays and try again.");
  return range.getValues().flatMap((row) => row.map((value) => toCell(value, zone)));
}

function rangeNamed(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, address: string) {
  try {
    return spreadsheet.getRange(address);
  } catch {
    throw new InputError(`There is no range ${shown(address)}; expected one like Holidays!A2:A20.`);
  }
}

const HAS_DATE = /\d/;

function daysIn(cells: readonly Cell[], locale: string): Holidays {
  // Names of holidays stand beside their days.
  const dated = cells
    .map((cell) => (typeof cell === "string" ? dateWithin(cell) : cell))
    .filter(
      (cell) => typeof cell === "object" || (typeof cell === "string" && HAS_DATE.test(cell)),
    );
  const { read, question } = dateColumn("date", dated, conventionsOf(locale));
  if (question) throw new InputError(`${question.text} Write the dates as 2026-12-25.`);
  const days = new Set<Day>();
  const unread: string[] = [];
  for (const cell of dated) {
    const value = read(cell);
    if (typeof value === "number") days.add(value);
    else if (isProblem(value)) unread.push(`"${shown(cell)}": ${value.message}`);
  }
  return {
    days: [...days].sort((one, other) => one - other).map(isoFromDay),
    unread: unread.slice(0, SAMPLES),
  };
}

/** The date in a line such as `25.12.2026 Christmas Day` or `Christmas, 2026-12-25`; else the line itself. */
function dateWithin(line: string): string {
  return /\d{1,4}[-./]\d{1,2}[-./]\d{1,4}/.exec(line)?.[0] ?? line.trim();
}
