import type { Day } from "../calendar/day.ts";
import type { DealChange } from "../deals/deal.ts";
import { orderChanges } from "../history/changeOrder.ts";
import { recordKey } from "../recordKey.ts";

/**
 * How often each deal's close date was moved to a later day up to the end of the as-of day, by deal; 0 for a deal with
 * close dates in its history and no such move. Moves to an earlier day do not count. Ids of 15 and 18 characters are one,
 * by the shorter.
 */
export function pushCounts(changes: readonly DealChange[], asOf: Day): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const past = changes.filter(({ changedAt }) => changedAt < asOf + 1);
  const { byDeal } = orderChanges(
    past,
    ({ opportunityId }) => recordKey(opportunityId),
    () => undefined,
  );
  for (const [key, rows] of byDeal) {
    let current: Day | undefined;
    for (const { set, was } of rows) {
      if (set.closeDate === undefined) continue;
      const from = was.closeDate ?? current;
      const isPush = from !== undefined && set.closeDate > from;
      counts.set(key, (counts.get(key) ?? 0) + (isPush ? 1 : 0));
      current = set.closeDate;
    }
  }
  return counts;
}
