import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weightedForecast } from "../../../src/core/forecast/weightedForecast.ts";

describe("weightedForecast", () => {
  it("equals the forecaster's stage table", () => {
    expect(weightedForecast([12.3, 18.7, 22.1, 14.9], [0.85, 0.45, 0.18, 0.05])).toBeCloseTo(
      23.593,
      10,
    );
  });

  it("leaves out what is unknown and has no answer when nothing is left", () => {
    expect(weightedForecast([100, undefined, 50], [0.5, 0.5, undefined])).toBe(50);
    expect(weightedForecast([100], [undefined])).toBeUndefined();
    expect(weightedForecast([], [])).toBeUndefined();
    expect(weightedForecast([100], [0])).toBe(0);
  });

  it("adds up over any split, in any order, and grows with the unit of money", () => {
    const deal = fc.tuple(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 0, max: 100 }));
    fc.assert(
      fc.property(fc.array(deal, { minLength: 2, maxLength: 30 }), fc.nat(), (deals, cut) => {
        const value = (some: [number, number][]) =>
          weightedForecast(
            some.map(([amount]) => amount),
            some.map(([, percent]) => percent / 100),
          ) ?? 0;
        const at = cut % deals.length;
        const whole = value(deals);
        expect(value(deals.slice(at)) + value(deals.slice(0, at))).toBeCloseTo(whole, 4);
        expect(value([...deals].reverse())).toBeCloseTo(whole, 4);
        expect(value(deals.map(([amount, percent]) => [amount * 1000, percent]))).toBeCloseTo(
          whole * 1000,
          1,
        );
      }),
    );
  });
});
