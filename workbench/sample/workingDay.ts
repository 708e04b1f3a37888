import {
  addMonths,
  type Day,
  dayFromParts,
  partsOfDay,
  weekdayOf,
} from "../../src/core/calendar/day.ts";

/** The day itself, or the Friday before a weekend day. */
export function workdayBefore(day: Day): Day {
  const weekday = weekdayOf(day);
  return weekday <= 5 ? day : day - (weekday - 5);
}

/** The day itself, or the Monday after a weekend day. */
export function workdayAfter(day: Day): Day {
  const weekday = weekdayOf(day);
  return weekday <= 5 ? day : day + (8 - weekday);
}

export function monthEnd(day: Day): Day {
  const { year, month } = partsOfDay(day);
  return dayFromParts(year, month + 1, 1) - 1;
}

/** First day of the calendar quarter. */
export function quarterStart(day: Day): Day {
  const { year, month } = partsOfDay(day);
  return dayFromParts(year, month - ((month - 1) % 3), 1);
}

/** Last day of the calendar quarter. */
export function quarterEnd(day: Day): Day {
  return addMonths(quarterStart(day), 3) - 1;
}

/** The last working days up to an end, the last one first. */
export function lastWorkdays(end: Day, count: number): Day[] {
  const days: Day[] = [];
  for (let day = end; days.length < count; day -= 1) if (weekdayOf(day) <= 5) days.push(day);
  return days;
}
