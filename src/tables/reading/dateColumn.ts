import { dayFromParts, isRealDate, type Moment, partsOfDay } from "../../core/calendar/day.ts";
import { type Cell, isDateCell } from "./cell.ts";
import {
  type CellProblem,
  type ColumnQuestion,
  type ColumnReading,
  type ReadValue,
  samplesOf,
  shown,
} from "./columnReading.ts";
import type { Conventions } from "./conventions.ts";
import { holdsSerials, momentOfNumber } from "./dateNumber.ts";
import { dateText, type NumericDate } from "./dateText.ts";
import { isNullWord, isPlaceholder } from "./nullWord.ts";
import { prevails } from "./numberColumn.ts";

type Order = "MDY" | "DMY";

/** 1970-01-01 and 2100-12-31. */
const FIRST_DAY = 0;
const LAST_DAY = 47846;

/** Dates; whether day or month comes first is decided for the whole column. */
export function dateColumn(
  kind: "date" | "datetime",
  cells: readonly Cell[],
  conventions: Partial<Conventions>,
  answer?: string,
): ColumnReading {
  const seen = surveyDates(cells);
  const swapped = answer === "swapped" || (answer !== "as shown" && looksSwapped(seen));
  if (swapped && answer !== "swapped")
    return { read: () => undefined, question: swappedQuestion(seen) };
  const order = orderOf(seen, conventions, answer);
  if (typeof order === "object") return { read: () => undefined, question: order };
  const isCounted = holdsSerials(cells);
  const read = reader(kind, isCounted ? "serial" : order, swapped);
  if (swapped)
    return {
      read,
      decision: "day and month exchanged in the cells that had become dates, as answered",
    };
  const isTold = seen.monthFirst + seen.dayFirst + seen.inDoubt.length > 0;
  if (isTold)
    return {
      read,
      decision: order === "MDY" ? "read as month/day/year" : "read as day/month/year",
    };
  return isCounted ? { read, decision: "read as the days that spreadsheets count" } : { read };
}

type Survey = {
  /** Numeric dates that can only be month/day, only day/month, or both. */
  monthFirst: number;
  dayFirst: number;
  inDoubt: string[];
  told: string[];
  typed: DateCells;
};
type DateCells = { count: number; allEarlyInMonth: boolean; samples: string[] };

function surveyDates(cells: readonly Cell[]): Survey {
  const seen: Survey = {
    monthFirst: 0,
    dayFirst: 0,
    inDoubt: [],
    told: [],
    typed: { count: 0, allEarlyInMonth: true, samples: [] },
  };
  const texts = new Map<string, Told>();
  for (const cell of cells) {
    if (typeof cell === "string") surveyText(cell, seen, texts);
    else if (cell !== null && typeof cell === "object") surveyTyped(cell.moment, seen.typed);
  }
  return seen;
}

/** What a text tells about the order: one of the two, that both would do, or nothing. Points tell it by themselves. */
type Told = Order | "points" | "doubt" | "nothing";

function toldBy(text: string): Told {
  const date = dateText(text);
  if (typeof date !== "object") return "nothing";
  const monthFirst = isRealDate(date.year, date.first, date.second);
  const dayFirst = isRealDate(date.year, date.second, date.first);
  if (monthFirst && dayFirst) {
    if (date.first === date.second) return "nothing";
    return date.isDotted ? "points" : "doubt";
  }
  if (monthFirst) return "MDY";
  return dayFirst ? "DMY" : "nothing";
}

/** The same day stands in many rows; so many texts are remembered, lest a column of moments fill the memory. */
const MOST_TEXTS = 20_000;

function surveyText(cell: string, seen: Survey, texts: Map<string, Told>): void {
  // An ISO date has its first dash at 4; it tells nothing about the order.
  if (cell.charCodeAt(4) === 45 && cell.length >= 10) return;
  let told = texts.get(cell);
  if (told === undefined) {
    told = toldBy(cell.trim());
    if (texts.size < MOST_TEXTS) texts.set(cell, told);
  }
  if (told === "nothing") return;
  if (told === "doubt") {
    seen.inDoubt.push(cell.trim());
    return;
  }
  if (told === "MDY") seen.monthFirst += 1;
  else seen.dayFirst += 1;
  if (told !== "points" && seen.told.length < 5) seen.told.push(cell.trim());
}

function surveyTyped(moment: Moment, typed: DateCells): void {
  typed.count += 1;
  if (typed.allEarlyInMonth && partsOfDay(moment).date > 12) typed.allEarlyInMonth = false;
  if (typed.samples.length < 3) typed.samples.push(shown({ moment }));
}

/** The spreadsheet turned what it could into dates, day and month exchanged, and left days beyond 12 as text. */
function looksSwapped({ typed, monthFirst, dayFirst }: Survey): boolean {
  return typed.count > 0 && typed.allEarlyInMonth && monthFirst > 0 !== dayFirst > 0;
}

function orderOf(
  seen: Survey,
  conventions: Partial<Conventions>,
  answer?: string,
): Order | ColumnQuestion {
  if (answer === "MDY" || answer === "DMY") return answer;
  if (prevails(seen.monthFirst, seen.dayFirst)) return "MDY";
  if (prevails(seen.dayFirst, seen.monthFirst)) return "DMY";
  if (seen.monthFirst + seen.dayFirst > 0) return orderQuestion(seen);
  if (conventions.dateOrder !== undefined) return conventions.dateOrder === "MDY" ? "MDY" : "DMY";
  return seen.inDoubt.length > 0 ? orderQuestion(seen) : "DMY";
}

function reader(
  kind: "date" | "datetime",
  order: Order | "serial",
  swapped: boolean,
): (cell: Cell) => ReadValue {
  const whole = kind === "date";
  const readText = textReader(order, whole);
  return (cell) => {
    if (cell === undefined || cell === null || cell === "") return undefined;
    if (typeof cell === "string") return readText(cell);
    if (isDateCell(cell))
      return finished(swapped ? exchanged(cell.moment) : cell.moment, cell, whole);
    return finished(typeof cell === "number" ? momentOfNumber(cell) : undefined, cell, whole);
  };
}

/** Reads texts, each spelling once: the same close date stands in many rows. */
function textReader(order: Order | "serial", whole: boolean): (text: string) => ReadValue {
  const known = new Map<string, ReadValue>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = finished(momentOfText(text, order), text, whole);
    if (known.size < MOST_TEXTS) known.set(text, value);
    return value;
  };
}

/** null for a spelling of nothing. */
function momentOfText(cell: string, order: Order | "serial"): Moment | undefined | null {
  const text = cell.trim();
  // Databases write "no date" as a day that does not exist.
  if (isNullWord(text) || text.startsWith("0000-00-00")) return null;
  const date = dateText(text);
  if (typeof date === "object") return inOrder(date, order);
  if (date !== undefined) return date;
  const isNumber = order === "serial" || /^1?\d{12}$/.test(text);
  return isNumber ? momentOfNumber(Number(text.replace(",", "."))) : undefined;
}

function inOrder(
  { first, second, year, time, isDotted }: NumericDate,
  order: Order | "serial",
): Moment | undefined {
  const monthFirst = order === "MDY" && !isDotted;
  const [month, date] = monthFirst ? [first, second] : [second, first];
  return isRealDate(year, month, date) ? dayFromParts(year, month, date) + time : undefined;
}

function exchanged(moment: Moment): Moment {
  const { year, month, date } = partsOfDay(moment);
  return dayFromParts(year, date, month) + (moment - Math.floor(moment));
}

function finished(moment: Moment | undefined | null, cell: Cell, whole: boolean): ReadValue {
  if (moment === null) return undefined;
  if (moment === undefined) return noDate(cell);
  if (moment < FIRST_DAY || moment >= LAST_DAY + 1) {
    return { message: `${shown(cell)} lies outside 1970 to 2100`, remedy: "Correct the year." };
  }
  return whole ? Math.floor(moment) : Math.round(moment * 86400) / 86400;
}

function noDate(cell: Cell): CellProblem {
  if (typeof cell === "string" && isPlaceholder(cell.trim())) {
    return {
      message: `"${shown(cell)}" stands where a date belongs; the field is taken as blank`,
      remedy: "Fill in the date once it is known.",
    };
  }
  return {
    message: `"${shown(cell)}" is not a date that can be read here`,
    remedy: "Write the date as YYYY-MM-DD, or leave the cell blank.",
  };
}

function orderQuestion(seen: Survey): ColumnQuestion {
  const mixed = seen.monthFirst > 0 && seen.dayFirst > 0;
  const samples = samplesOf(mixed ? seen.told : seen.inDoubt);
  return {
    topic: "date order",
    text: mixed
      ? "This column mixes month/day and day/month dates. Which order is right for the others?"
      : `Does the day or the month come first in this column? "${samples[0] ?? ""}" can be read both ways.`,
    options: [
      { value: "MDY", label: "Month first: 3/4/2026 is 4 March 2026" },
      { value: "DMY", label: "Day first: 3/4/2026 is 3 April 2026" },
    ],
    samples,
  };
}

function swappedQuestion(seen: Survey): ColumnQuestion {
  return {
    topic: "swapped dates",
    text: "Some cells of this column became dates and all of these lie in the first 12 days of a month; the others stayed text. Were day and month exchanged when the data was pasted?",
    options: [
      { value: "swapped", label: "Yes: exchange day and month in the cells that are dates" },
      { value: "as shown", label: "No: the dates are right as the cells show them" },
    ],
    samples: samplesOf([...seen.typed.samples, ...seen.told]),
  };
}
