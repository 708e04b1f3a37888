import { describe, expect, it } from "vitest";
import { medianInterval } from "../../../src/core/statistics/medianInterval.ts";

const ranks = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

describe("the range of a median", () => {
  // R 4.3: k <- qbinom(.025, n, .5); c(k, n + 1 - k); published as the ranks of the 95 % interval of a median.
  it.each([
    [6, 1, 6],
    [8, 1, 8],
    [10, 2, 9],
    [20, 6, 15],
    [30, 10, 21],
    [50, 18, 33],
    [100, 40, 61],
  ])("of %i values runs between the published ranks", (count, low, high) => {
    expect(medianInterval(ranks(count), 0.95)).toEqual([low, high]);
  });

  it("is not known of five values and fewer", () => {
    expect(medianInterval(ranks(5), 0.95)).toBeUndefined();
    expect(medianInterval([], 0.95)).toBeUndefined();
  });

  it("holds at least what it says, and would not with the next ranks, by every way in which coins can fall", () => {
    for (const count of [6, 9, 12]) {
      const [low = 0] = medianInterval(ranks(count), 0.95) ?? [];
      const outside = (rank: number) => {
        let misses = 0;
        for (let coins = 0; coins < 2 ** count; coins++) {
          const heads = coins.toString(2).replace(/0/g, "").length;
          if (heads < rank || heads > count - rank) misses++;
        }
        return misses / 2 ** count;
      };
      expect(outside(low)).toBeLessThanOrEqual(0.05);
      expect(outside(low + 1)).toBeGreaterThan(0.05);
    }
  });

  it("goes on without a step where the normal curve takes over", () => {
    const [before = 0] = medianInterval(ranks(1000), 0.95) ?? [];
    const [after = 0] = medianInterval(ranks(1002), 0.95) ?? [];
    expect(Math.abs(after - before)).toBeLessThanOrEqual(2);
  });
});
