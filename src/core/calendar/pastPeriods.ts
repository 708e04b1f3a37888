import type { FiscalCalendar, Period } from "./fiscalCalendar.ts";
import { periodOf } from "./period.ts";

/** So many periods of the same length before a period, the latest first. */
export function pastPeriods(period: Period, count: number, calendar: FiscalCalendar): Period[] {
  const past: Period[] = [];
  let { from } = period;
  while (past.length < count) {
    const before = periodOf(from - 1, period.grain, calendar);
    past.push(before);
    from = before.from;
  }
  return past;
}
