import type { DealSnapshot } from "../../core/deals/deal.ts";
import { recordKey } from "../../core/recordKey.ts";
import { differs } from "./snapshotRows.ts";

/**
 * The places of snapshots that no answer about any day needs: one that another of its day replaces, stage and close date
 * being the same (a deal that is lost on the day it moved was lost in the stage it moved to), and one that stands as the
 * one before it. A deal's first and last snapshot stay: they tell since when and until when it
 * is known. Of deals with an imported history a repeated one may undo a change in between, so it stays too.
 */
export function needlessSnapshots(
  rows: readonly DealSnapshot[],
  hasHistory: (opportunityId: string) => boolean,
): ReadonlySet<number> {
  const byDeal = new Map<string, { row: DealSnapshot; at: number }[]>();
  rows.forEach((row, at) => {
    const key = recordKey(row.opportunityId);
    const known = byDeal.get(key);
    if (known) known.push({ row, at });
    else byDeal.set(key, [{ row, at }]);
  });
  const needless = new Set<number>();
  for (const own of byDeal.values()) {
    own.sort((a, b) => a.row.snapshotDate - b.row.snapshotDate || a.at - b.at);
    let before = own[0]?.row;
    for (let place = 1; place < own.length - 1; place += 1) {
      const { row, at } = own[place] as { row: DealSnapshot; at: number };
      const next = own[place + 1]?.row;
      const isReplaced =
        next?.snapshotDate === row.snapshotDate &&
        next.stage === row.stage &&
        next.closeDate === row.closeDate;
      const isRepeated =
        before !== undefined && !differs(before, row) && !hasHistory(row.opportunityId);
      if (isReplaced || isRepeated) needless.add(at);
      else before = row;
    }
  }
  return needless;
}
