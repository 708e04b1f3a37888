import type { Day, Moment } from "../calendar/day.ts";

/** True when the last activity lies more than so many days back; undefined while either day is unknown. */
export function isStale(
  lastActivity: Moment | undefined,
  days: number,
  asOf: Day | undefined,
): boolean | undefined {
  if (lastActivity === undefined || asOf === undefined) return undefined;
  return asOf - Math.floor(lastActivity) > days;
}
