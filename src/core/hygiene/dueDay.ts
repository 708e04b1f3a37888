import { type Day, weekdayOf } from "../calendar/day.ts";
import type { FiscalCalendar } from "../calendar/fiscalCalendar.ts";

/**
 * The day by which something is due: so many working days after a day, not counting that day itself.
 * Counts calendar days when the calendar has no working weekday.
 */
export function dueDay(from: Day, workingDays: number, calendar: FiscalCalendar): Day {
  if (calendar.workingWeekdays.length === 0) return from + workingDays;
  const holidays = new Set(calendar.holidays);
  let day = from;
  let left = workingDays;
  while (left > 0) {
    day++;
    if (calendar.workingWeekdays.includes(weekdayOf(day)) && !holidays.has(day)) left--;
  }
  return day;
}
