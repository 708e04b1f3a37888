import type { Day } from "./day.ts";
import { weekdayOf } from "./day.ts";
import type { FiscalCalendar } from "./fiscalCalendar.ts";

/**
 * Days on which people work from one day to another, both included: the calendar's working weekdays without its
 * holidays. 0 when the second day comes before the first. Same count as the spreadsheet's NETWORKDAYS.INTL.
 */
export function workingDays(from: Day, to: Day, calendar: FiscalCalendar): number {
  const [first, last] = [Math.floor(from), Math.floor(to)];
  if (last < first) return 0;
  const worked = new Set(calendar.workingWeekdays);
  const weeks = Math.floor((last - first + 1) / 7);
  let count = weeks * worked.size;
  for (let day = first + weeks * 7; day <= last; day++) if (worked.has(weekdayOf(day))) count++;
  for (const holiday of new Set(calendar.holidays)) {
    if (holiday >= first && holiday <= last && worked.has(weekdayOf(holiday))) count--;
  }
  return count;
}
