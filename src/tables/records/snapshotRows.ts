import type { Day } from "../../core/calendar/day.ts";
import type { DealSnapshot } from "../../core/deals/deal.ts";
import type { DealStanding } from "../../core/deals/standing.ts";
import { recordKey } from "../../core/recordKey.ts";
import { snapshots } from "../snapshots.ts";
import { sameValue } from "./sameValue.ts";

export type SnapshotRequest = {
  readonly day: Day;
  readonly importId: string;
  /** All known deals as they stand after the import, with the category and rate of that day. */
  readonly deals: readonly DealStanding[];
  /** All snapshots so far, in the order of their sheet. */
  readonly previous: readonly DealSnapshot[];
};

/** What a row is kept for; the weighted value follows from them, day and import only say when. */
const compared = snapshots.columns.filter(
  ({ field }) => !["snapshotDate", "importId", "weighted"].includes(field),
);

/**
 * The snapshots to add for an import: one for each deal that stands differently from its latest snapshot up to that
 * day, first ones, gone and returned ones included. Importing the same again adds nothing.
 */
export function snapshotChanges({
  day,
  importId,
  deals,
  previous,
}: SnapshotRequest): DealSnapshot[] {
  const latest = new Map<string, DealSnapshot>();
  for (const snapshot of previous) {
    if (snapshot.snapshotDate > day) continue;
    const key = recordKey(snapshot.opportunityId);
    const known = latest.get(key);
    // Of two on one day the later row counts.
    if (!known || snapshot.snapshotDate >= known.snapshotDate) latest.set(key, snapshot);
  }
  const changes: DealSnapshot[] = [];
  for (const standing of deals) {
    const now = snapshotOf(standing, day, importId);
    const before = latest.get(recordKey(now.opportunityId));
    if (!before || differs(before, now)) changes.push(now);
  }
  return changes;
}

function snapshotOf(
  { deal, status, amount, rate, probability, category, weighted }: DealStanding,
  day: Day,
  importId: string,
): DealSnapshot {
  const isGone = status === "gone" || (deal.goneSince !== undefined && deal.goneSince <= day);
  return {
    snapshotDate: day,
    opportunityId: deal.opportunityId,
    owner: deal.owner,
    team: deal.team,
    segment: deal.segment,
    region: deal.region,
    pipeline: deal.pipeline,
    stage: deal.stage,
    category,
    amount: deal.amount,
    currency: deal.currency,
    // With the CRM's own converted amount the rate is the one it used.
    rate: rate?.rate ?? (amount !== undefined && deal.amount ? amount / deal.amount : undefined),
    probability,
    closeDate: deal.closeDate,
    isClosed: status === "won" || status === "lost",
    isWon: status === "won",
    weighted,
    isGone: isGone ? true : undefined,
    importId,
  };
}

/** Rows of older versions hold no pipeline: an open deal gets one that does, a closed one needs none any more. */
export function differs(before: DealSnapshot, now: DealSnapshot): boolean {
  const isOld = before.pipeline === undefined && before.isClosed === true && now.isClosed === true;
  return compared.some(
    ({ field, kind }) =>
      !(isOld && field === "pipeline") && !sameValue(kind, before[field], now[field]),
  );
}
