import { type Day, dayFromIso } from "../calendar/day.ts";
import type { DealChange } from "../deals/deal.ts";
import { plainText } from "../deals/stageIndex.ts";

/** The close date a change left behind, and the one before it where the history names both. */
function closeDates(change: DealChange): { before?: Day; after?: Day } {
  if (change.field !== undefined && plainText(change.field) === "closedate") {
    return {
      before: dayFromIso((change.fromValue ?? "").slice(0, 10)),
      after: dayFromIso((change.toValue ?? "").slice(0, 10)),
    };
  }
  return { after: change.closeDate };
}

/**
 * How often each deal's close date was moved to a later day up to the end of the as-of day, by deal; 0 for a deal with
 * close dates in its history and no such move. Moves to an earlier day do not count.
 */
export function pushCounts(changes: readonly DealChange[], asOf: Day): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const current = new Map<string, Day>();
  const inOrder = changes
    .filter(({ changedAt }) => changedAt < asOf + 1)
    .sort((a, b) => a.changedAt - b.changedAt);
  for (const change of inOrder) {
    const { before, after } = closeDates(change);
    if (after === undefined) continue;
    const { opportunityId } = change;
    const from = before ?? current.get(opportunityId);
    const isPush = from !== undefined && after > from;
    counts.set(opportunityId, (counts.get(opportunityId) ?? 0) + (isPush ? 1 : 0));
    current.set(opportunityId, after);
  }
  return counts;
}
