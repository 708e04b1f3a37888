import type { Day } from "./day.ts";
import { dayFromParts, partsOfDay, weekdayOf } from "./day.ts";
import type { FiscalCalendar, FiscalPattern } from "./fiscalCalendar.ts";

const WEEKS: Readonly<Record<Exclude<FiscalPattern, "months">, readonly number[]>> = {
  "4-4-5": [4, 4, 5],
  "4-5-4": [4, 5, 4],
  "5-4-4": [5, 4, 4],
};

/** Last day of the last month of a fiscal year. */
function lastMonthEnd(year: number, calendar: FiscalCalendar): Day {
  const endMonth = calendar.startMonth === 1 ? 12 : calendar.startMonth - 1;
  return dayFromParts(year, endMonth + 1, 1) - 1;
}

/**
 * Last day of a fiscal year, which is named by the calendar year it ends in. By months it is the end of the month
 * before the start month. By weeks it is the last complete week's end in that month, such as the last Saturday of
 * September for a start in October and weeks from Sunday (the "last in the month" rule for years of 52 or 53 weeks).
 */
export function fiscalYearEnd(year: number, calendar: FiscalCalendar): Day {
  const monthEnd = lastMonthEnd(year, calendar);
  if (calendar.pattern === "months") return monthEnd;
  const weekEnd = ((calendar.weekStart + 5) % 7) + 1;
  return monthEnd - ((weekdayOf(monthEnd) - weekEnd + 7) % 7);
}

/** The fiscal year a day belongs to. */
export function fiscalYearOf(day: Day, calendar: FiscalCalendar): number {
  const { year, month } = partsOfDay(day);
  const nominal = calendar.startMonth > 1 && month >= calendar.startMonth ? year + 1 : year;
  // By weeks, the days after the last week's end already belong to the next year.
  return Math.floor(day) > fiscalYearEnd(nominal, calendar) ? nominal + 1 : nominal;
}

/**
 * First days of the twelve fiscal months of a year, and the first day of the next year behind them.
 * A 53rd week lengthens the last month.
 */
export function fiscalMonthStarts(year: number, calendar: FiscalCalendar): readonly Day[] {
  const start = fiscalYearEnd(year - 1, calendar) + 1;
  const end = fiscalYearEnd(year, calendar) + 1;
  const starts: Day[] = [];
  if (calendar.pattern === "months") {
    const first = partsOfDay(start);
    for (let month = 0; month < 12; month++)
      starts.push(dayFromParts(first.year, first.month + month, 1));
  } else {
    const weeks = WEEKS[calendar.pattern];
    let next = start;
    for (let month = 0; month < 12; month++) {
      starts.push(next);
      next += (weeks[month % 3] ?? 4) * 7;
    }
  }
  starts.push(end);
  return starts;
}
