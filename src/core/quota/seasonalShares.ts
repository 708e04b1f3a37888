import type { Day } from "../calendar/day.ts";
import type { FiscalCalendar, Grain } from "../calendar/fiscalCalendar.ts";
import { fiscalMonthStarts, fiscalYearOf } from "../calendar/fiscalYear.ts";

export type WonAmount = { readonly day: Day; readonly amount: number };

const PERIODS: Readonly<Record<Grain, number>> = { month: 12, quarter: 4, year: 1 };

/** Place of a day's fiscal month in its year, 0-11. */
function monthIndex(day: Day, year: number, calendar: FiscalCalendar): number {
  const starts = fiscalMonthStarts(year, calendar);
  let index = 11;
  while (index > 0 && (starts[index] ?? 0) > day) index -= 1;
  return index;
}

/**
 * Share of a year's won amount in each of its fiscal months or quarters, over all complete fiscal years that ended
 * before a day: amounts of the same period in all years / amounts of all those years. The first year counts when
 * something was won in its first month already, since history may begin in the middle. Undefined without such a year
 * or when nothing was won in it.
 */
export function seasonalShares(
  won: readonly WonAmount[],
  grain: Grain,
  calendar: FiscalCalendar,
  before: Day,
): number[] | undefined {
  let first: Day | undefined;
  for (const { day } of won) if (first === undefined || day < first) first = day;
  if (first === undefined) return undefined;
  const firstYear = fiscalYearOf(first, calendar);
  const from = monthIndex(first, firstYear, calendar) === 0 ? firstYear : firstYear + 1;
  const until = fiscalYearOf(before, calendar);
  const periods = PERIODS[grain];
  const sums: number[] = new Array(periods).fill(0);
  for (const { day, amount } of won) {
    const year = fiscalYearOf(day, calendar);
    if (year < from || year >= until) continue;
    const period = Math.floor((monthIndex(day, year, calendar) * periods) / 12);
    sums[period] = (sums[period] ?? 0) + amount;
  }
  const all = sums.reduce((sum, amount) => sum + amount, 0);
  return all > 0 ? sums.map((amount) => amount / all) : undefined;
}
