import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalCdf, normalQuantile } from "../../../src/core/statistics/normal.ts";

// scipy 1.17: norm.cdf, norm.ppf
it.each([
  [-8, 6.22096057427174e-16],
  [-3, 0.0013498980316300933],
  [-1, 0.15865525393145707],
  [-0.25, 0.4012936743170763],
  [0.5, 0.6914624612740131],
  [2, 0.9772498680518208],
])("P(Z <= %d)", (x, expected) => {
  expect(Math.abs(normalCdf(x) - expected)).toBeLessThan(1e-15);
  expect(normalCdf(x) / expected).toBeCloseTo(1, 7);
});

it.each([
  [1e-10, -6.361340902404056],
  [0.001, -3.090232306167813],
  [0.025, -1.9599639845400545],
  [0.1, -1.2815515655446004],
  [0.4, -0.2533471031357997],
  [0.999, 3.090232306167813],
])("the quantile of %d", (share, expected) => {
  expect(normalQuantile(share)).toBeCloseTo(expected, 13);
});

describe("both", () => {
  it("invert one another", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (share) => {
        expect(normalCdf(normalQuantile(share))).toBeCloseTo(share, 13);
      }),
    );
  });

  it("end at nothing and everything", () => {
    expect([normalCdf(-40), normalCdf(40)]).toEqual([0, 1]);
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
  });
});
