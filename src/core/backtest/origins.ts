import type { Day } from "../calendar/day.ts";
import type { FiscalCalendar, Grain, Period } from "../calendar/fiscalCalendar.ts";
import { periodOf } from "../calendar/period.ts";

/** How many days before the end of a period its forecasts are compared. */
export const HORIZONS: readonly number[] = [90, 60, 30, 7];

/** A period that is over, and a day within it on which it is forecast with what was known then. */
export type Origin = {
  readonly period: Period;
  readonly day: Day;
  readonly daysLeft: number;
  /** The week of the period that ends on the day. */
  readonly week: number | undefined;
};

const WEEK = 7;
/** A period a few days shorter than a horizon is forecast from just before its start. */
const EARLY = 3;

/** The last periods that were over on a day, the oldest first. */
export function closedPeriods(
  asOf: Day,
  grain: Grain,
  calendar: FiscalCalendar,
  most: number,
): Period[] {
  const periods: Period[] = [];
  let { from } = periodOf(asOf + 1, grain, calendar);
  while (periods.length < most) {
    const period = periodOf(from - 1, grain, calendar);
    periods.unshift(period);
    from = period.from;
  }
  return periods;
}

/** The day of each period that is so many days before its end; periods that are shorter than that have none. */
export function originsAt(periods: readonly Period[], daysLeft: number): Origin[] {
  return periods.flatMap((period) => {
    const day = period.to - daysLeft;
    return day >= period.from - EARLY ? [{ period, day, daysLeft, week: undefined }] : [];
  });
}

/** The days on which each period is forecast: so many days before its end, and at the end of each of its weeks. */
export function originsOf(periods: readonly Period[]): Origin[] {
  return periods.flatMap((period) => {
    const days = new Set<Day>();
    for (const horizon of HORIZONS) {
      const day = period.to - horizon;
      if (day >= period.from - EARLY) days.add(day);
    }
    for (let day = period.from + WEEK - 1; day < period.to; day += WEEK) days.add(day);
    return [...days]
      .sort((a, b) => a - b)
      .map((day): Origin => {
        const past = day - period.from + 1;
        return {
          period,
          day,
          daysLeft: period.to - day,
          week: past > 0 && past % WEEK === 0 ? past / WEEK : undefined,
        };
      });
  });
}
