import { describe, expect, it } from "vitest";
import { quantileOf } from "../../../../src/core/forecast/distribution/totalDistribution.ts";

describe("a quantile", () => {
  it("of a discrete total is the smallest that reaches the share", () => {
    const coin = {
      low: 0,
      high: 10,
      atMost: (x: number) => (x >= 10 ? 1 : x >= 0 ? 0.3 : 0),
      settle: (x: number) => (x >= 10 ? 10 : 0),
    };
    expect([0, 0.1, 0.3, 0.3001, 1].map((share) => quantileOf(coin, share))).toEqual([
      0, 0, 0, 10, 10,
    ]);
  });

  it("of a continuous total inverts it", () => {
    const even = { low: 0, high: 4, atMost: (x: number) => x / 4 };
    for (const share of [0.1, 0.5, 0.77]) expect(quantileOf(even, share)).toBeCloseTo(4 * share, 9);
  });
});
