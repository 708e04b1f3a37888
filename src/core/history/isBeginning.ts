import type { Day } from "../calendar/day.ts";
import type { DealSnapshot } from "../deals/deal.ts";

/**
 * Tells the days on which a deal without a created date began when it was first seen. On the day of the first snapshot
 * all deals are first seen, whenever they began.
 */
export function beginningsOf(snapshots: readonly DealSnapshot[]): (day: Day) => boolean {
  let first = Number.POSITIVE_INFINITY;
  for (const { snapshotDate } of snapshots) first = Math.min(first, snapshotDate);
  return (day) => day !== first;
}
