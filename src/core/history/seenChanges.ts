import type { Day } from "../calendar/day.ts";
import type { DealChange, DealSnapshot } from "../deals/deal.ts";
import { plainText } from "../deals/stageIndex.ts";
import { recordKey } from "../recordKey.ts";

/** Said of a change that was seen between two imports. */
const SOURCE = "snapshot_diff";

/** Where a deal's imported history ends: its last moment and what the rows of that moment say. */
type End = { at: number; readonly stages: Set<string>; readonly closeDates: Set<Day> };

function endsOf(changes: readonly DealChange[]): ReadonlyMap<string, End> {
  const ends = new Map<string, End>();
  for (const { opportunityId, changedAt, toValue, closeDate } of changes) {
    const key = recordKey(opportunityId);
    let end = ends.get(key);
    if (end === undefined || changedAt > end.at) {
      end = { at: changedAt, stages: new Set(), closeDates: new Set() };
      ends.set(key, end);
    }
    if (changedAt < end.at) continue;
    if (toValue !== undefined) end.stages.add(plainText(toValue));
    if (closeDate !== undefined) end.closeDates.add(closeDate);
  }
  return ends;
}

function byDeal(snapshots: readonly DealSnapshot[]): ReadonlyMap<string, DealSnapshot[]> {
  const deals = new Map<string, DealSnapshot[]>();
  for (const snapshot of snapshots) {
    const key = recordKey(snapshot.opportunityId);
    const known = deals.get(key);
    if (known) known.push(snapshot);
    else deals.set(key, [snapshot]);
  }
  // Of two snapshots of one day the later row counts: the sort keeps their order.
  for (const own of deals.values()) own.sort((a, b) => a.snapshotDate - b.snapshotDate);
  return deals;
}

/**
 * Changes of stage and close date that nothing but snapshots tells, as rows of a history: those after a deal's imported
 * history, or all of a deal that has none. The first snapshot of a deal tells its close date, not when it came into its
 * stage. Nothing is told by snapshots of one day alone.
 */
export function seenChanges(
  snapshots: readonly DealSnapshot[],
  changes: readonly DealChange[],
): DealChange[] {
  const [first] = snapshots;
  if (snapshots.every(({ snapshotDate }) => snapshotDate === first?.snapshotDate)) return [];
  const ends = endsOf(changes);
  const seen: DealChange[] = [];
  for (const [key, own] of byDeal(snapshots)) {
    const end = ends.get(key);
    let before: DealSnapshot | undefined;
    own.forEach((now, at) => {
      if (own[at + 1]?.snapshotDate === now.snapshotDate) return;
      if (end === undefined || now.snapshotDate > end.at) seen.push(...changesTo(now, before, end));
      before = now;
    });
  }
  return seen;
}

function changesTo(
  { opportunityId, snapshotDate, stage, closeDate }: DealSnapshot,
  before: DealSnapshot | undefined,
  end: End | undefined,
): DealChange[] {
  const row = { opportunityId, changedAt: snapshotDate, source: SOURCE };
  const rows: DealChange[] = [];
  const isOtherDay = closeDate !== undefined && closeDate !== before?.closeDate;
  if (isOtherDay && !end?.closeDates.has(closeDate))
    rows.push({ ...row, field: "Close Date", closeDate });
  const isOtherStage = stage !== undefined && before?.stage !== undefined && stage !== before.stage;
  if (isOtherStage && !end?.stages.has(plainText(stage)))
    rows.push({ ...row, field: "Stage", fromValue: before?.stage, toValue: stage });
  return rows;
}
