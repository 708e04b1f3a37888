import type { Day } from "../calendar/day.ts";

/** Days over which the recent growth is measured. */
const RECENT_DAYS = 91;

export type Growth = {
  /** Rows a week at the recent pace. */
  readonly rowsAWeek: number;
  /** The day on which the room is used up; undefined when nothing grows. */
  readonly fullOn: Day | undefined;
};

/**
 * When rows that are added day by day will have used up the room for so many more. The pace is that of the last 13 weeks;
 * the rows of the very first day, when every deal is new, do not tell it. Undefined before a second day has rows.
 */
export function roomLeft(days: readonly Day[], rowsLeft: number): Growth | undefined {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const day of days) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  if (!(last > first)) return undefined;
  const from = Math.max(first, last - RECENT_DAYS);
  let added = 0;
  for (const day of days) if (day > from) added += 1;
  const aDay = added / (last - from);
  const fullOn = aDay > 0 ? last + Math.floor(Math.max(0, rowsLeft) / aDay) : undefined;
  return { rowsAWeek: aDay * 7, fullOn };
}
