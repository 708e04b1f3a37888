import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DealStatus } from "../../../src/core/pipeline/stage.ts";
import { winRate } from "../../../src/core/pipeline/winRate.ts";

const deals = (won: number, lost: number, open: number): DealStatus[] => [
  ...Array<DealStatus>(won).fill("won"),
  ...Array<DealStatus>(lost).fill("lost"),
  ...Array<DealStatus>(open).fill("open"),
];

describe("winRate", () => {
  it("divides by closed deals, or by all", () => {
    expect(winRate(deals(3, 9, 8))).toBe(0.25);
    // The peer's sample: 2 won of 17 deals, printed as 11.8 %.
    expect(winRate(deals(2, 0, 15), "all")).toBeCloseTo(0.118, 3);
  });

  it("has no answer where nothing is closed, and an answer of 0 where nothing is won", () => {
    expect(winRate(deals(0, 0, 4))).toBeUndefined();
    expect(winRate([], "all")).toBeUndefined();
    expect(winRate(deals(0, 3, 0))).toBe(0);
  });

  it("is a share, and over all deals never above that over closed ones", () => {
    const count = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(count, count, count, (won, lost, open) => {
        const closed = winRate(deals(won, lost, open));
        const all = winRate(deals(won, lost, open), "all");
        if (closed === undefined) expect(won + lost).toBe(0);
        else expect(all).toBeLessThanOrEqual(closed);
      }),
    );
  });
});
