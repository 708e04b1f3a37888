import { describe, expect, it } from "vitest";
import {
  gathered,
  newBusinessCumulants,
  newBusinessFactor,
} from "../../../../src/core/forecast/distribution/newBusiness.ts";

describe("business not yet created", () => {
  it("is nothing without a number of deals or without sizes", () => {
    expect(gathered(undefined)).toBeUndefined();
    expect(gathered({ count: 0, amounts: [5] })).toBeUndefined();
    expect(gathered({ count: 3, amounts: [] })).toBeUndefined();
  });

  it("keeps its mean size when there are many sizes", () => {
    const amounts = Array.from({ length: 777 }, (_, at) => (at + 1) ** 1.5);
    const found = gathered({ count: 2, amounts })!;
    const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
    expect(found.amounts).toHaveLength(200);
    expect(mean(found.amounts) / mean(amounts)).toBeCloseTo(1, 12);
  });

  it("has the cumulants of a compound Poisson sum: count x moment", () => {
    expect(newBusinessCumulants({ count: 2, amounts: [3] })).toEqual([6, 18, 54, 162]);
  });

  // scipy 1.17: nbinom(n=12, p=12/(12+3)).stats("mvsk") for count 3 over 4 periods (n = 12, p = 4 / 5)
  it("has those of a negative binomial sum when the average is measured", () => {
    const [mean, variance, third, fourth] = newBusinessCumulants({
      count: 3,
      amounts: [1],
      periods: 4,
    });
    expect(mean).toBeCloseTo(3, 12);
    expect(variance).toBeCloseTo(3.75, 12);
    expect(third / variance ** 1.5).toBeCloseTo(0.7745966692414834, 12);
    expect(fourth / variance ** 2).toBeCloseTo(0.7666666666666667, 12);
  });

  it("has the characteristic function of its probabilities", () => {
    // Negative binomial: P(k) = C(k + 11, k) .8^12 .2^k
    let mass = 0.8 ** 12;
    let [re, im] = [0, 0];
    for (let k = 0; k < 60; k++) {
      re += mass * Math.cos(0.7 * k);
      im += mass * Math.sin(0.7 * k);
      mass *= (0.2 * (k + 12)) / (k + 1);
    }
    const found = newBusinessFactor(
      { count: 3, amounts: [1], periods: 4 },
      { cos: Float64Array.of(Math.cos(0.7)), sin: Float64Array.of(Math.sin(0.7)) },
    );
    expect(found.re).toBeCloseTo(re, 12);
    expect(found.im).toBeCloseTo(im, 12);
  });
});
