import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DealChange, DealSnapshot } from "../../../src/core/deals/deal.ts";
import { dealHistory } from "../../../src/core/history/dealHistory.ts";
import { pushCounts } from "../../../src/core/hygiene/pushCount.ts";
import { defaultSettings } from "../../../src/settings/defaultSettings.ts";
import { needlessSnapshots } from "../../../src/tables/records/compactSnapshots.ts";

const { stages, options } = defaultSettings;
const row = (snapshotDate: number, more: Partial<DealSnapshot> = {}): DealSnapshot => ({
  ...{ snapshotDate, opportunityId: "A", stage: "Proposal", amount: 100, closeDate: 90 },
  ...more,
});
const never = () => false;

describe("compaction of snapshots", () => {
  it("spares what repeats the one before and what its own day replaces, but no first and no last", () => {
    const rows = [
      row(1),
      row(5),
      row(8, { amount: 150 }),
      row(8, { amount: 120 }),
      row(9, { amount: 120 }),
      row(12, { amount: 120 }),
    ];
    expect([...needlessSnapshots(rows, never)]).toEqual([1, 2, 4]);
    expect(needlessSnapshots([row(1), row(9)], never).size).toBe(0);
  });

  it("keeps the stage that a deal went through on the day it was lost", () => {
    const stages = ["Lead", "Proposal", "Closed Lost"];
    const rows = stages.map((stage, at) => row(at === 0 ? 1 : 5, { stage }));
    expect(needlessSnapshots([...rows, row(9, { stage: "Closed Lost" })], never).size).toBe(0);
  });

  it("keeps a repeated one where the history may have changed the deal in between", () => {
    expect([...needlessSnapshots([row(1), row(5), row(9)], () => true)]).toEqual([]);
  });

  it("loses no answer about any day", () => {
    const snapshot = fc.record({
      snapshotDate: fc.integer({ min: 1, max: 12 }),
      opportunityId: fc.constantFrom("A", "B"),
      stage: fc.constantFrom("Lead", "Proposal", "Closed Won"),
      amount: fc.constantFrom(100, 200),
      closeDate: fc.constantFrom(50, 60),
      owner: fc.constantFrom("Ana", "Bo"),
    });
    const change = fc.record({
      opportunityId: fc.constant("B"),
      changedAt: fc.integer({ min: 1, max: 12 }),
      toValue: fc.constantFrom("Lead", "Discovery", "Closed Lost"),
    });
    const known = fc.constantFrom("none", "A");
    fc.assert(
      fc.property(
        fc.array(snapshot, { maxLength: 14 }),
        fc.array(change, { maxLength: 4 }),
        known,
        (rows: DealSnapshot[], changes: DealChange[], present) => {
          const gone = needlessSnapshots(rows, (id) =>
            changes.some(({ opportunityId }) => opportunityId === id),
          );
          const left = rows.filter((_, at) => !gone.has(at));
          const deals =
            present === "none" ? [] : [{ opportunityId: "A", createdDate: 0, stage: "Lead" }];
          const on = (snapshots: readonly DealSnapshot[], day: number) =>
            dealHistory({ snapshots, changes, deals, stages, options, asOf: 20 })
              .on(day)
              .map(({ since: _, ...facts }) => facts)
              .sort((a, b) => (a.opportunityId < b.opportunityId ? -1 : 1));
          for (let day = 0; day <= 20; day += 1) expect(on(left, day)).toEqual(on(rows, day));
        },
      ),
      { numRuns: 400 },
    );
  });

  it("loses no push of a close date from day to day", () => {
    const dates = fc.array(
      fc.record({ snapshotDate: fc.nat(9), closeDate: fc.integer({ min: 50, max: 53 }) }),
      { maxLength: 10 },
    );
    const pushes = (rows: readonly DealSnapshot[]) =>
      pushCounts(
        rows.map(({ opportunityId, snapshotDate, closeDate }) => ({
          opportunityId,
          changedAt: snapshotDate,
          closeDate,
        })),
        100,
      ).get("A");
    fc.assert(
      fc.property(dates, (list) => {
        // One a day: within a day the order of rows is a guess either way.
        const days = new Map(list.map((one) => [one.snapshotDate, row(one.snapshotDate, one)]));
        const rows = [...days.values()];
        const gone = needlessSnapshots(rows, never);
        expect(pushes(rows.filter((_, at) => !gone.has(at)))).toBe(pushes(rows));
      }),
    );
  });
});
