import type { Day, Moment } from "../calendar/day.ts";

/**
 * Whole days without activity: since the last one, or since the record was created when there was none. 0 when the
 * last activity lies ahead; undefined when neither day is known.
 */
export function daysInactive(
  lastActivity: Moment | undefined,
  created: Moment | undefined,
  asOf: Day,
): number | undefined {
  const since = lastActivity ?? created;
  return since === undefined ? undefined : Math.max(0, asOf - Math.floor(since));
}
