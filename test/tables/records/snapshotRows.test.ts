import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../../src/core/calendar/day.ts";
import type { Deal, DealSnapshot } from "../../../src/core/deals/deal.ts";
import type { DealStanding } from "../../../src/core/deals/standing.ts";
import { snapshotChanges } from "../../../src/tables/records/snapshotRows.ts";

const day = (text: string) => dayFromIso(text) ?? Number.NaN;
const standing = (deal: Deal, more: Partial<DealStanding> = {}): DealStanding => ({
  deal,
  status: "open",
  stage: undefined,
  amount: deal.amount,
  missingRate: undefined,
  rate: undefined,
  probability: 0.5,
  category: "Pipeline",
  weighted: 50,
  ...more,
});
const a: Deal = {
  opportunityId: "A",
  owner: "Ann",
  stage: "Demo",
  amount: 100,
  currency: "USD",
  closeDate: day("2026-06-30"),
};
const b: Deal = {
  opportunityId: "B",
  owner: "Bob",
  stage: "Demo",
  amount: 200,
  closeDate: day("2026-06-30"),
};
const first = day("2026-03-02");
const second = day("2026-03-09");

describe("snapshots", () => {
  it("tell when a deal moves to another pipeline; of closed deals an older row without one is enough", () => {
    const at = (deal: Deal, previous: readonly DealSnapshot[], more: Partial<DealStanding> = {}) =>
      snapshotChanges({ day: second, importId: "i", deals: [standing(deal, more)], previous });
    const [renewal] = at({ ...a, pipeline: "Renewal" }, []);
    const old = renewal && { ...renewal, snapshotDate: first, pipeline: undefined };
    expect(at({ ...a, pipeline: "New" }, renewal ? [renewal] : [])).toMatchObject([
      { pipeline: "New" },
    ]);
    expect(at({ ...a, pipeline: "Renewal" }, renewal ? [renewal] : [])).toEqual([]);
    expect(at({ ...a, pipeline: "Renewal" }, old ? [old] : [])).toHaveLength(1);
    const won = { status: "won" } as const;
    const [over] = at({ ...a, pipeline: "Renewal" }, [], won);
    const closed = over ? [{ ...over, pipeline: undefined }] : [];
    expect(at({ ...a, pipeline: "Renewal" }, closed, won)).toEqual([]);
  });

  const start = snapshotChanges({
    day: first,
    importId: "i1",
    deals: [standing(a), standing(b)],
    previous: [],
  });

  it("hold every deal the first time, as it stood", () => {
    expect(start).toHaveLength(2);
    expect(start[0]).toMatchObject({
      snapshotDate: first,
      opportunityId: "A",
      owner: "Ann",
      category: "Pipeline",
      amount: 100,
      currency: "USD",
      rate: 1,
      probability: 0.5,
      isClosed: false,
      isWon: false,
      weighted: 50,
      importId: "i1",
    });
  });

  it("add nothing when the same is imported again, on that day or later", () => {
    for (const again of [first, second]) {
      expect(
        snapshotChanges({
          day: again,
          importId: "i2",
          deals: [standing(a), standing(b)],
          previous: start,
        }),
      ).toEqual([]);
    }
  });

  it("add the deals that changed, alone", () => {
    const moved = standing({ ...a, closeDate: day("2026-09-30") });
    const changes = snapshotChanges({
      day: second,
      importId: "i2",
      deals: [moved, standing(b)],
      previous: start,
    });
    expect(changes.map(({ opportunityId, closeDate }) => [opportunityId, closeDate])).toEqual([
      ["A", day("2026-09-30")],
    ]);
  });

  it("freeze the rate of the day", () => {
    const euro = { ...a, currency: "EUR" };
    const at = (rate: number) =>
      standing(euro, { amount: 100 * rate, rate: { currency: "EUR", from: first, rate } });
    const before = snapshotChanges({ day: first, importId: "i1", deals: [at(1.1)], previous: [] });
    expect(before[0]?.rate).toBe(1.1);
    expect(
      snapshotChanges({ day: second, importId: "i2", deals: [at(1.2)], previous: before })[0]?.rate,
    ).toBe(1.2);
  });

  it("tell when a deal is gone and when it is back", () => {
    const lost = standing({ ...b, goneSince: second }, { status: "gone", weighted: undefined });
    const gone = snapshotChanges({
      day: second,
      importId: "i2",
      deals: [standing(a), lost],
      previous: start,
    });
    expect(gone.map(({ opportunityId, isGone }) => [opportunityId, isGone])).toEqual([["B", true]]);
    const back = snapshotChanges({
      day: second + 7,
      importId: "i3",
      deals: [standing(a), standing(b)],
      previous: [...start, ...gone],
    });
    expect(back.map(({ opportunityId, isGone }) => [opportunityId, isGone])).toEqual([
      ["B", undefined],
    ]);
  });

  it("compare with the latest one up to the day, the later row of two on one day", () => {
    const rows: DealSnapshot[] = [
      ...start,
      { ...(start[0] as DealSnapshot), amount: 150 },
      { ...(start[0] as DealSnapshot), snapshotDate: second + 30, amount: 900 },
    ];
    expect(
      snapshotChanges({
        day: second,
        importId: "i",
        deals: [standing({ ...a, amount: 150 }, { amount: 150 })],
        previous: rows,
      }),
    ).toEqual([]);
  });
});
