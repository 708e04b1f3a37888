import type { Day } from "../calendar/day.ts";
import type { Activity } from "./activity.ts";

/** Days of each of the two spans that are compared. */
const SPAN = 14;
/** With fewer activities in the earlier span a change is chance: our own assumption. */
const LEAST = 3;

/**
 * How a deal's activity of the last 14 days compares with that of the 14 days before, by deal: -0.6 is 60 % less. Planned
 * activities do not count; deals with fewer than 3 in the earlier span are left out.
 */
export function activityChanges(
  activities: readonly Activity[],
  asOf: Day,
): ReadonlyMap<string, number> {
  const counts = new Map<string, [before: number, lately: number]>();
  for (const { opportunityId, date } of activities) {
    const ago = asOf - Math.floor(date);
    if (opportunityId === undefined || ago < 0 || ago >= 2 * SPAN) continue;
    const count = counts.get(opportunityId) ?? [0, 0];
    count[ago < SPAN ? 1 : 0]++;
    counts.set(opportunityId, count);
  }
  const changes = new Map<string, number>();
  for (const [id, [before, lately]] of counts)
    if (before >= LEAST) changes.set(id, lately / before - 1);
  return changes;
}

/** How many activities each deal had in so many days up to the end of the as-of day. */
export function recentActivity(
  activities: readonly Activity[],
  asOf: Day,
  days = SPAN,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { opportunityId, date } of activities) {
    const ago = asOf - Math.floor(date);
    if (opportunityId === undefined || ago < 0 || ago >= days) continue;
    counts.set(opportunityId, (counts.get(opportunityId) ?? 0) + 1);
  }
  return counts;
}
