import { InputError } from "../inputError.ts";
import type { Day } from "./day.ts";
import { isoFromDay } from "./day.ts";
import type { FiscalCalendar, Grain, Period } from "./fiscalCalendar.ts";
import { fiscalMonthStarts, fiscalYearOf } from "./fiscalYear.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const MONTHS_IN: Readonly<Record<Grain, number>> = { month: 1, quarter: 3, year: 12 };

/** Calendar year and month (1-12) that a fiscal month is named by. */
function monthName(year: number, index: number, calendar: FiscalCalendar) {
  const month = calendar.startMonth + index;
  const firstYear = calendar.startMonth === 1 ? year : year - 1;
  return month > 12 ? { year: firstYear + 1, month: month - 12 } : { year: firstYear, month };
}

function labelOf(grain: Grain, year: number, index: number, calendar: FiscalCalendar): string {
  if (grain === "year") return `FY${year}`;
  if (grain === "quarter") return `${year}-Q${index / 3 + 1}`;
  const named = monthName(year, index, calendar);
  return `${named.year}-${String(named.month).padStart(2, "0")}`;
}

function titleOf(
  period: Omit<Period, "title">,
  year: number,
  index: number,
  calendar: FiscalCalendar,
): string {
  const first = monthName(year, index, calendar);
  const monthTitle = `${MONTHS[first.month - 1]} ${first.year}`;
  const fiscalYear = calendar.startMonth === 1 ? String(year) : `FY${year}`;
  const names: Readonly<Record<Grain, string>> = {
    month: monthTitle,
    quarter: `Q${index / 3 + 1} ${fiscalYear}`,
    year: `FY${year}`,
  };
  const name = names[period.grain];
  if (calendar.pattern !== "months")
    return `${name}, ${isoFromDay(period.from)} to ${isoFromDay(period.to)}`;
  if (period.grain === "month") return name;
  const last = monthName(year, index + MONTHS_IN[period.grain] - 1, calendar);
  const from = first.year === last.year ? MONTHS[first.month - 1] : monthTitle;
  return `${name}, ${from}-${MONTHS[last.month - 1]} ${last.year}`;
}

/** The period of a fiscal year that begins with its fiscal month of that index (0-11). */
function periodAt(grain: Grain, year: number, index: number, calendar: FiscalCalendar): Period {
  const starts = fiscalMonthStarts(year, calendar);
  const from = starts[index] ?? 0;
  const to = (starts[index + MONTHS_IN[grain]] ?? 0) - 1;
  const period = { grain, label: labelOf(grain, year, index, calendar), from, to };
  return { ...period, title: titleOf(period, year, index, calendar) };
}

/**
 * The fiscal month, quarter or year that holds a day. A fiscal year is named by the calendar year it ends in; a fiscal
 * month by the calendar month it stands for (in a year of weeks, the days of a month's edge may fall outside it).
 */
export function periodOf(day: Day, grain: Grain, calendar: FiscalCalendar): Period {
  const year = fiscalYearOf(day, calendar);
  if (grain === "year") return periodAt(grain, year, 0, calendar);
  const starts = fiscalMonthStarts(year, calendar);
  let index = 11;
  while (index > 0 && (starts[index] ?? 0) > Math.floor(day)) index--;
  return periodAt(grain, year, index - (index % MONTHS_IN[grain]), calendar);
}

/** The period that `2017-Q2`, `2017-06`, `FY2017` or `2017` names; quarters and years are those of the fiscal calendar. */
export function periodFromLabel(text: string, calendar: FiscalCalendar): Period {
  const label = text.trim().toUpperCase();
  const quarter = /^(?:FY)?(\d{4})[- ]?Q([1-4])$/.exec(label);
  if (quarter)
    return periodAt("quarter", Number(quarter[1]), (Number(quarter[2]) - 1) * 3, calendar);
  const year = /^(?:FY ?)?(\d{4})$/.exec(label);
  if (year) return periodAt("year", Number(year[1]), 0, calendar);
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(label);
  if (month) {
    const index = (Number(month[2]) - calendar.startMonth + 12) % 12;
    const carries = calendar.startMonth > 1 && Number(month[2]) >= calendar.startMonth;
    return periodAt("month", Number(month[1]) + (carries ? 1 : 0), index, calendar);
  }
  throw new InputError(
    `The period "${text}" is not one; expected one like 2017-Q2, 2017-06 or FY2017`,
  );
}
