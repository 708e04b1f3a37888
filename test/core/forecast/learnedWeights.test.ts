import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { learnedWeights } from "../../../src/core/forecast/learnedWeights.ts";

const pair = (forecast: number, actual: number) => ({ forecast, actual });
const repeated = (periods: number, ...forecasts: number[]) =>
  Array.from({ length: periods }, () => forecasts.map((forecast) => pair(forecast, 100)));

describe("learned weights", () => {
  it("are half learned after four periods, by hand", () => {
    const found = learnedWeights(repeated(4, 110, 120), [1, 1]);
    // Squares 1 : 4, so 0.8 and 0.2, half of the way from the given weights
    expect(found[0]).toBeCloseTo((0.5 + 0.8) / 2, 12);
    expect(found[1]).toBeCloseTo((0.5 + 0.2) / 2, 12);
  });

  it("take a higher power of the errors from a longer past, by hand", () => {
    const found = learnedWeights(repeated(12, 110, 120), [1, 1]);
    // Squares 1 : 4 to the power 1 + 8/8, so 16/17 and 1/17, 12/16 of the way
    expect(found[0]).toBeCloseTo(0.25 * 0.5 + (0.75 * 16) / 17, 12);
  });

  it("weigh what is given into what is learned", () => {
    const found = learnedWeights(repeated(4, 110, 110, 120), [3, 1, 0]);
    expect(found).toEqual([0.75, 0.25, 0]);
  });

  it("go to the best method the more, the longer the past is", () => {
    const shares = [1, 4, 12, 40].map(
      (periods) => learnedWeights(repeated(periods, 110, 115, 115, 115), [1, 1, 1, 1])[0] ?? 0,
    );
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(shares[0]).toBeLessThan(0.4);
    expect(shares[3]).toBeGreaterThan(0.9);
  });

  it("count a method that said nothing as having said what the others said together", () => {
    const [, other] = learnedWeights([[pair(110, 100), undefined, pair(130, 100)]], [2, 1, 1]);
    // (2 x 110 + 130) / 3 = 116.67 by the others
    const [, as] = learnedWeights(
      [[pair(110, 100), pair(350 / 3, 100), pair(130, 100)]],
      [2, 1, 1],
    );
    expect(other).toBeCloseTo(as ?? 0, 12);
  });

  it("are the given ones, scaled, without a period that any forecast", () => {
    expect(learnedWeights([], [4, 3, 2, 1])).toEqual([0.4, 0.3, 0.2, 0.1]);
    expect(learnedWeights([[undefined, undefined]], [3, 1])).toEqual([0.75, 0.25]);
    expect(learnedWeights([], [0, 0])).toEqual([0.5, 0.5]);
  });

  it("add up to 1 and never fall below their share of what is believed", () => {
    const number = fc.integer({ min: 0, max: 1000 });
    const periods = fc.array(fc.tuple(number, number, number, number), { maxLength: 12 });
    fc.assert(
      fc.property(periods, (list) => {
        const past = list.map(([a, b, c, actual]) =>
          [a, b, c].map((forecast) => pair(forecast, actual)),
        );
        const found = learnedWeights(past, [2, 1, 1]);
        expect(found.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
        const believed = 4 / (4 + list.length);
        expect(found[0]).toBeGreaterThanOrEqual(believed * 0.5 - 1e-12);
      }),
    );
  });
});
