import type { Moment } from "../calendar/day.ts";

/**
 * Whole days from the day a deal was created to the day it was closed, or to the as-of day while it is open.
 * Undefined when neither end is known, and when the deal was created only after that day.
 */
export function dealAge(
  created: Moment,
  closed: Moment | undefined,
  asOf: Moment | undefined,
): number | undefined {
  const end = closed === undefined || (asOf !== undefined && asOf < closed) ? asOf : closed;
  if (end === undefined) return undefined;
  const days = Math.floor(end) - Math.floor(created);
  return days >= 0 ? days : undefined;
}
