import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { learnedWeights } from "../../../src/core/forecast/learnedWeights.ts";

const pair = (forecast: number, actual: number) => ({ forecast, actual });

describe("learned weights", () => {
  it("are half learned after four periods, by hand", () => {
    const past = Array.from({ length: 4 }, () => [pair(110, 100), pair(120, 100)]);
    // Squares 1 : 4, so 0.8 and 0.2, half of the way from the given weights
    const found = learnedWeights(past, [1, 1]);
    expect(found[0]).toBeCloseTo((0.5 + 0.8) / 2, 12);
    expect(found[1]).toBeCloseTo((0.5 + 0.2) / 2, 12);
  });

  it("are the given ones, scaled, without a period that all forecast", () => {
    expect(learnedWeights([], [4, 3, 2, 1])).toEqual([0.4, 0.3, 0.2, 0.1]);
    expect(learnedWeights([[pair(1, 2), undefined]], [3, 1])).toEqual([0.75, 0.25]);
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
