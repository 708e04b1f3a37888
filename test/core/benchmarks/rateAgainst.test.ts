import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rateAgainst } from "../../../src/core/benchmarks/rateAgainst.ts";

const higher = (value: number) => rateAgainst(value, { low: 0.5, high: 0.75, best: 1 }, "higher");
const lower = (value: number) => rateAgainst(value, { low: 18, high: 24, best: 12 }, "lower");

describe("the rating of a value", () => {
  it.each([
    [1, "Green", "Top 10%"],
    [0.999, "Green", "Top 25%"],
    [0.75, "Green", "Top 25%"],
    [0.749, "Yellow", "Median"],
    [0.5, "Yellow", "Median"],
    [0.499, "Red", "Below median"],
    [-3, "Red", "Below median"],
  ])("where higher is better %d is %s, %s", (value, rating, placing) => {
    expect(higher(value)).toEqual({ rating, placing });
  });

  it.each([
    [12, "Green", "Top 10%"],
    [12.01, "Green", "Top 25%"],
    [18, "Green", "Top 25%"],
    [18.01, "Yellow", "Median"],
    [24, "Yellow", "Median"],
    [24.01, "Red", "Below median"],
  ])("where lower is better %d is %s, %s", (value, rating, placing) => {
    expect(lower(value)).toEqual({ rating, placing });
  });

  it("is none for a lower-is-better value that is not above zero, and none without a range", () => {
    expect(lower(0)).toBeUndefined();
    expect(lower(-1)).toBeUndefined();
    expect(rateAgainst(1, { low: 1, high: undefined }, "higher")).toBeUndefined();
  });

  it("is not moved by what a sum of shares leaves in the last digits", () => {
    const limits = { low: 0, high: 30 };
    expect((0.1 + 0.2) * 100).not.toBe(30);
    expect(rateAgainst((0.1 + 0.2) * 100, limits, "higher")?.rating).toBe("Green");
    // 100 x 0.29 is 28.999999999999996.
    expect(rateAgainst(0.29 * 100, { low: 0, high: 29 }, "higher")?.rating).toBe("Green");
  });

  it("never falls as a value gets better", () => {
    const order = ["Below median", "Median", "Top 25%", "Top 10%"];
    const value = fc.double({ min: 0.01, max: 50, noNaN: true });
    fc.assert(
      fc.property(value, value, (one, other) => {
        const [small, large] = [Math.min(one, other), Math.max(one, other)];
        const rank = (rated: ReturnType<typeof lower>) => order.indexOf(rated?.placing ?? "");
        expect(rank(higher(large))).toBeGreaterThanOrEqual(rank(higher(small)));
        expect(rank(lower(small))).toBeGreaterThanOrEqual(rank(lower(large)));
      }),
    );
  });
});
