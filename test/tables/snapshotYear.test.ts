import { expect, it } from "vitest";
import type { DealSnapshot } from "../../src/core/deals/deal.ts";
import type { DealStanding } from "../../src/core/deals/standing.ts";
import { snapshotChanges } from "../../src/tables/records/snapshotRows.ts";
import { snapshots } from "../../src/tables/snapshots.ts";

const WEEKS = 52;
const DEALS = 2000;

/** A fixed series of numbers between 0 and 1 (Park and Miller). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}

it("keeps a year of weekly snapshots of 2,000 deals in fewer than 400,000 cells, all of it told", () => {
  const next = random(11);
  const amounts = Array.from({ length: DEALS }, () => 1000);
  const previous: DealSnapshot[] = [];
  const seen: number[][] = [];
  for (let week = 0; week < WEEKS; week += 1) {
    // Every sixth deal changes in each week (our assumption of a lively pipeline).
    for (let at = 0; at < DEALS; at += 1) if (week > 0 && next() < 1 / 6) amounts[at] = week * 10;
    const deals = amounts.map((amount, at): DealStanding => {
      const deal = { opportunityId: `D${at}`, stage: "Proposal", amount, closeDate: 500 };
      const none = { stage: undefined, missingRate: undefined, rate: undefined };
      const rest = { probability: 0.5, category: undefined, weighted: amount / 2 };
      return { deal, status: "open", amount, ...none, ...rest };
    });
    previous.push(...snapshotChanges({ day: week * 7, importId: "i", deals, previous }));
    seen.push([...amounts]);
  }
  expect(previous.length * snapshots.columns.length).toBeLessThan(400_000);
  // Each week is still told: the last row of a deal up to that day.
  const told = new Map<string, number>();
  let row = 0;
  for (let week = 0; week < WEEKS; week += 1) {
    for (; row < previous.length && (previous[row]?.snapshotDate ?? 0) <= week * 7; row += 1)
      told.set(previous[row]?.opportunityId ?? "", previous[row]?.amount ?? 0);
    expect(seen[week]?.every((amount, at) => told.get(`D${at}`) === amount)).toBe(true);
  }
});
