import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seriesForecast } from "../../../../src/core/forecast/series/seriesForecast.ts";

const all = (values: readonly number[], season = 12, periods = 4, level = 0.8) =>
  seriesForecast(values, periods, season, level)?.periods ?? [];

describe("the forecast of a series", () => {
  it("continues what repeats itself, with nothing left to doubt", () => {
    for (const { mean, low, high } of all([7, 7, 7, 7, 7, 7])) {
      expect(mean).toBeCloseTo(7, 9);
      expect(high! - low!).toBeCloseTo(0, 9);
    }
    const quarters = [50, 100, 200, 100];
    const years = [...quarters, ...quarters, ...quarters];
    all(years, 4).forEach(({ mean, low, high }, at) => {
      expect(mean).toBeCloseTo(quarters[at]!, 6);
      expect(high! - low!).toBeCloseTo(0, 6);
    });
    for (const period of all([0, 0, 0, 0, 0, 0]))
      expect(period).toEqual({ mean: 0, low: 0, high: 0 });
  });

  it("is the mean, without an interval, of fewer than four periods", () => {
    expect(all([])).toEqual([]);
    expect(all([5])[0]).toEqual({ mean: 5, low: undefined, high: undefined });
    expect(all([5, 6, 10])[3]).toEqual({ mean: 7, low: undefined, high: undefined });
  });

  it("never goes below zero unless the past did", () => {
    const falling = [90, 70, 50, 40, 25, 15, 8, 4, 2, 1];
    for (const { mean, low } of all(falling, 1, 12)) {
      expect(mean).toBeGreaterThanOrEqual(0);
      expect(low).toBeGreaterThanOrEqual(0);
    }
    const last = all([40, 30, 20, 10, 0, -10, -20, -30, -40, -50], 1, 6)[5]!;
    expect(last.mean).toBeLessThan(-50);
  });

  it("is wider further ahead, at a higher level, and holds its mean", () => {
    const series = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 4, maxLength: 40 });
    fc.assert(
      fc.property(series, fc.constantFrom(1, 4, 12), (values, season) => {
        const found = all(values, season, 6);
        const wider = all(values, season, 6, 0.95);
        found.forEach(({ mean, low, high }, at) => {
          expect(Number.isFinite(mean)).toBe(true);
          expect(low!).toBeLessThanOrEqual(mean);
          expect(high!).toBeGreaterThanOrEqual(mean);
          expect(wider[at]!.high!).toBeGreaterThanOrEqual(high!);
          if (season === 1 && at > 0)
            expect(high! - mean).toBeGreaterThanOrEqual(
              (found[at - 1]!.high! - found[at - 1]!.mean) * (1 - 1e-9),
            );
        });
      }),
      { numRuns: 60 },
    );
  });

  it("scales with its unit", () => {
    const values = [310, 420, 380, 510, 330, 450, 410, 570, 360, 490, 440, 600, 410];
    const [plain, cents] = [
      all(values, 4),
      all(
        values.map((value) => value * 100),
        4,
      ),
    ];
    plain.forEach((period, at) => {
      expect(cents[at]!.mean / period.mean).toBeCloseTo(100, 6);
      expect(cents[at]!.low! / period.low!).toBeCloseTo(100, 6);
    });
  });
});
