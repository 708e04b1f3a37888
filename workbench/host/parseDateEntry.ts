import { dayFromParts, isRealDate, SERIAL_OF_EPOCH } from "../../src/core/calendar/day.ts";
import type { LocaleFacts } from "./localeFacts.ts";

export type DateEntry = { readonly value: number; readonly format: string };

const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?\s*([ap]m)?$/i;
const NUMERIC = /^(\d{1,4})([-/. ])(\d{1,4})(?:\2(\d{1,4}))?$/;
const DAY_FIRST = /^(\d{1,2})(?:\.|\s|-)?\s*([^\d\s.,/-]{3,12})\.?(?:[\s,-]+(\d{4}|\d{2}))?$/;
const MONTH_FIRST = /^([^\d\s.,/-]{3,12})\.?[\s-]+(\d{1,2})(?:,?\s+(\d{4}|\d{2}))?$/;
const MONTH_YEAR = /^([^\d\s.,/-]{3,12})\.?[\s-]+(\d{4})$/;

/** A date, time or both as Sheets takes typed text; undefined when it stays text or is a number. */
export function parseDateEntry(
  text: string,
  facts: LocaleFacts,
  thisYear: number,
): DateEntry | undefined {
  const time = parseTime(text);
  if (time !== undefined)
    return { value: time, format: /[ap]m/i.test(text) ? "h:mm AM/PM" : "H:mm:ss" };
  const split = /^(.+?)\s+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?\s*(?:[ap]m)?)$/i.exec(text);
  if (split) {
    const date = parseDate(split[1] ?? "", facts, thisYear);
    const at = parseTime(split[2] ?? "");
    if (!date || at === undefined) return undefined;
    return { value: date.value + at, format: `${date.format} H:mm:ss` };
  }
  return parseDate(text, facts, thisYear);
}

function parseTime(text: string): number | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [, hourText, minuteText, secondText = "0", milliText = "0", half] = match;
  let hour = Number(hourText);
  const [minute, second] = [Number(minuteText), Number(secondText)];
  if (minute > 59 || second > 59) return undefined;
  if (half) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
  }
  return (hour * 3600 + minute * 60 + second + Number(milliText.padEnd(3, "0")) / 1000) / 86_400;
}

function parseDate(text: string, facts: LocaleFacts, thisYear: number): DateEntry | undefined {
  const numeric = NUMERIC.exec(text);
  if (numeric) return numericDate(numeric, facts, thisYear);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) {
    const month = monthOf(dayFirst[2] ?? "", facts);
    const format = dayFirst[3] ? "d mmm yyyy" : "d mmm";
    return month
      ? serial(year(dayFirst[3], thisYear), month, Number(dayFirst[1]), format)
      : undefined;
  }
  const monthYear = MONTH_YEAR.exec(text);
  if (monthYear) {
    const month = monthOf(monthYear[1] ?? "", facts);
    return month ? serial(Number(monthYear[2]), month, 1, "mmm yyyy") : undefined;
  }
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) {
    const month = monthOf(monthFirst[1] ?? "", facts);
    const format = monthFirst[3] ? "mmm d, yyyy" : "mmm d";
    return month
      ? serial(year(monthFirst[3], thisYear), month, Number(monthFirst[2]), format)
      : undefined;
  }
  return undefined;
}

function numericDate(
  match: RegExpExecArray,
  facts: LocaleFacts,
  thisYear: number,
): DateEntry | undefined {
  const [, first = "", separator, second = "", third] = match;
  if (separator === " ") return undefined;
  // A point groups or splits numbers in most locales; only where dates use it is it a date.
  if (separator === "." && (!facts.datePattern.includes(".") || third === undefined))
    return undefined;
  if (first.length === 4)
    return yearFirst(first, second, third, separator === "-" ? "yyyy-mm-dd" : facts.datePattern);
  if (first.length === 3 || second.length === 3) return undefined;
  if (third === undefined) return twoParts(first, second, facts, thisYear);
  if (second.length > 2 || third.length === 3 || third.length === 1) return undefined;
  if (facts.order === "YMD" && third.length === 2) {
    return serial(year(first, thisYear), Number(second), Number(third), facts.datePattern);
  }
  const [month, date] = facts.order === "DMY" ? [second, first] : [first, second];
  return serial(year(third, thisYear), Number(month), Number(date), facts.datePattern);
}

/** `3/2017` is a month; `3/5` a day of this year, which is how an id such as `1-2` gets lost. */
function twoParts(
  first: string,
  second: string,
  facts: LocaleFacts,
  thisYear: number,
): DateEntry | undefined {
  if (second.length === 4) return serial(Number(second), Number(first), 1, "mm/yyyy");
  const dayFirst = facts.order === "DMY";
  const [month, date] = dayFirst ? [second, first] : [first, second];
  return serial(thisYear, Number(month), Number(date), dayFirst ? "d/m" : "m/d");
}

function yearFirst(
  yearText: string,
  month: string,
  date: string | undefined,
  format: string,
): DateEntry | undefined {
  if (month.length > 2 || (date !== undefined && date.length > 2)) return undefined;
  if (date === undefined) return serial(Number(yearText), Number(month), 1, "yyyy-mm");
  return serial(Number(yearText), Number(month), Number(date), format);
}

function year(text: string | undefined, thisYear: number): number {
  if (text === undefined) return thisYear;
  const value = Number(text);
  if (text.length > 2) return value;
  return value < 30 ? 2000 + value : 1900 + value;
}

const ENGLISH =
  "january february march april may june july august september october november december".split(
    " ",
  );

function monthOf(name: string, facts: LocaleFacts): number | undefined {
  const lower = name.toLowerCase();
  const plain = (text: string) => text.toLowerCase().replace(/\.$/, "");
  for (let month = 0; month < 12; month++) {
    const english = ENGLISH[month] ?? "";
    const names = [english, english.slice(0, 3), month === 8 ? "sept" : english];
    if (names.includes(lower) || plain(facts.months[month] ?? "") === lower) return month + 1;
    if (plain(facts.shortMonths[month] ?? "") === lower) return month + 1;
  }
  return undefined;
}

function serial(
  yearNumber: number,
  month: number,
  date: number,
  format: string,
): DateEntry | undefined {
  if (!isRealDate(yearNumber, month, date) || yearNumber < 1900) return undefined;
  return { value: dayFromParts(yearNumber, month, date) + SERIAL_OF_EPOCH, format };
}
