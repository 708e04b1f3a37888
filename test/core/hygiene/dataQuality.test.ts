import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataQuality } from "../../../src/core/hygiene/dataQuality.ts";

describe("dataQuality", () => {
  it("is the mean of the dimensions that are known", () => {
    // (0.95 + 0.85) / 2 by hand; the unknown one does not count as 0.
    expect(dataQuality([0.95, undefined, 0.85])?.score).toBeCloseTo(0.9, 12);
    expect(dataQuality([undefined])).toBeUndefined();
    expect(dataQuality([])).toBeUndefined();
  });

  it("weighs what it is told to weigh", () => {
    // 3/4 x 0.8 + 1/4 x 1.0 by hand.
    expect(dataQuality([0.8, 1, 0], [3, 1, 0])?.score).toBeCloseTo(0.85, 12);
    // A blank weight leaves a score out as 0 does.
    expect(dataQuality([0.8, 1, 0.5], [3, 1, undefined])?.score).toBeCloseTo(0.85, 12);
    expect(dataQuality([0.8], [0])).toBeUndefined();
  });

  it("has parts that add up, between the least and the largest score", () => {
    const score = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 6 }), (scores) => {
        const found = dataQuality(scores);
        const known = scores.filter((one) => one !== undefined);
        if (found === undefined) return known.length === 0;
        const sum = found.parts.reduce((total, part) => total + (part?.points ?? 0), 0);
        return (
          sum === found.score &&
          found.score >= Math.min(...known) - 1e-12 &&
          found.score <= Math.max(...known) + 1e-12
        );
      }),
    );
  });
});
