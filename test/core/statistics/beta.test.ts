import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaCdf, betaQuantile } from "../../../src/core/statistics/beta.ts";

describe("the Beta distribution", () => {
  // scipy 1.17: from scipy.stats import beta; beta.cdf(x, a, b)
  it.each([
    [0.3, 2, 5, 0.5798250000000003],
    [0.01, 0.5, 20, 0.4713699354850154],
    [0.5, 0.5, 0.5, 0.5],
    [0.62, 63.2, 37.3, 0.4205532797872982],
    [0.0005, 1.5, 4000, 0.7386708560437782],
    [0.999, 400, 0.7, 0.5049799196785149],
  ])("P(B <= %d) for a = %d, b = %d", (x, a, b, expected) => {
    expect(betaCdf(x, a, b)).toBeCloseTo(expected, 11);
  });

  // scipy 1.17: beta.ppf(share, a, b)
  it.each([
    [0.1, 2, 5, 0.09259525891312873],
    [0.9, 2, 5, 0.5103163065514917],
    [0.1, 0.5, 10.5, 0.0007697553046847683],
    [0.9, 63.7, 37.3, 0.6915484076781893],
    [0.1, 1200.5, 800.5, 0.5858944415474915],
  ])("quantile %d for a = %d, b = %d", (share, a, b, expected) => {
    expect(betaQuantile(share, a, b)).toBeCloseTo(expected, 11);
  });

  /** The quantile by halving alone. */
  function halved(share: number, a: number, b: number): number {
    let [low, high] = [0, 1];
    for (let step = 0; step < 70; step++) {
      const middle = (low + high) / 2;
      if (betaCdf(middle, a, b) < share) low = middle;
      else high = middle;
    }
    return high;
  }

  it("has the quantiles that halving finds, whatever its shape", () => {
    const size = fc.double({ min: -5, max: 8, noNaN: true }).map(Math.exp);
    const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(share, size, size, (wanted, a, b) => {
        expect(betaQuantile(wanted, a, b)).toBeCloseTo(halved(wanted, a, b), 10);
      }),
      { numRuns: 400 },
    );
  });

  it("is 0 and 1 at the ends", () => {
    expect(betaCdf(0, 2, 3)).toBe(0);
    expect(betaCdf(1, 2, 3)).toBe(1);
  });
});
