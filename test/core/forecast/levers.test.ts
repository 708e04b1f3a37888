import { describe, expect, it } from "vitest";
import { leveredDeals, NO_LEVERS } from "../../../src/core/forecast/levers.ts";

const deals = [
  { amount: 100, probability: 0.5 },
  { amount: 40, probability: 0.2 },
];
const mean = (some: typeof deals) =>
  some.reduce((sum, one) => sum + one.amount * one.probability, 0);

describe("levers", () => {
  it("change nothing when left alone", () => {
    expect(leveredDeals(deals, NO_LEVERS)).toEqual([
      { amount: 100, probability: 0.5 },
      { amount: 40, probability: expect.closeTo(0.2, 12) },
    ]);
  });

  it("scale what deals bring on average", () => {
    expect(mean(leveredDeals(deals, { ...NO_LEVERS, dealSize: 0.1 }))).toBeCloseTo(58 * 1.1, 12);
    expect(mean(leveredDeals(deals, { ...NO_LEVERS, slippage: 0.25 }))).toBeCloseTo(58 * 0.75, 12);
    expect(mean(leveredDeals(deals, { ...NO_LEVERS, growth: 1.5 }))).toBeCloseTo(58 * 2.5, 12);
    expect(mean(leveredDeals(deals, { ...NO_LEVERS, growth: -0.5, hiring: 1 }))).toBeCloseTo(
      58,
      12,
    );
  });

  it("move probabilities by odds and hazard, never out of 0 to 1", () => {
    const likelier = leveredDeals(deals, { ...NO_LEVERS, winRate: 1 });
    // Odds 1:1 become 2:1, 1:4 become 2:4.
    expect(likelier.map((one) => one.probability)).toEqual(
      [2 / 3, 1 / 3].map((x) => expect.closeTo(x, 12)),
    );
    const faster = leveredDeals(deals, { ...NO_LEVERS, acceleration: 1 });
    expect(faster.map((one) => one.probability)).toEqual(
      [0.75, 0.36].map((x) => expect.closeTo(x, 12)),
    );
    for (const probability of [0, 1])
      expect(
        leveredDeals([{ amount: 1, probability }], {
          ...NO_LEVERS,
          winRate: 0.5,
          acceleration: 0.5,
        })[0]?.probability,
      ).toBe(probability);
  });
});
