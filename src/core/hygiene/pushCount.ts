import type { Day } from "../calendar/day.ts";
import type { Deal, DealChange } from "../deals/deal.ts";
import { orderChanges } from "../history/changeOrder.ts";
import { recordKey } from "../recordKey.ts";

/**
 * How often each deal's close date was moved to a later day up to the end of the as-of day, by deal; 0 for a deal with
 * close dates in its history and no such move. Moves to an earlier day do not count. Ids of 15 and 18 characters are one,
 * by the shorter. Of rows of one moment that is the last which the deal's present row follows from.
 */
export function pushCounts(
  changes: readonly DealChange[],
  asOf: Day,
  deals: readonly Deal[] = [],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const present = new Map(deals.map((deal) => [recordKey(deal.opportunityId), deal]));
  const { byDeal } = orderChanges(
    changes,
    ({ opportunityId }) => recordKey(opportunityId),
    (key) => present.get(key),
  );
  for (const [key, rows] of byDeal) {
    let current: Day | undefined;
    for (const { set, was, change } of rows) {
      if (change.changedAt >= asOf + 1) break;
      if (set.closeDate === undefined) continue;
      const from = was.closeDate ?? current;
      const isPush = from !== undefined && set.closeDate > from;
      counts.set(key, (counts.get(key) ?? 0) + (isPush ? 1 : 0));
      current = set.closeDate;
    }
  }
  return counts;
}
