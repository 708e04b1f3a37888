import { describe, expect, it } from "vitest";
import { holt, holtAhead } from "../../../../src/core/forecast/series/holt.ts";
import { airmiles, lakeHuron, nile } from "./rSeries.ts";

describe("Holt's smoothing", () => {
  it.each([nile, lakeHuron, airmiles])("fits no worse than R", (series) => {
    const { values } = series;
    const n = values.length;
    expect(holt(values, [1, 1]).squares / n).toBeLessThanOrEqual(series.holt.mse * (1 + 1e-9));
    expect(holt(values, [0.8, 0.98]).squares / n).toBeLessThanOrEqual(
      series.damped.mse * (1 + 1e-9),
    );
  });

  // On the Nile R stops at another of several nearly equal fits.
  it.each([lakeHuron, airmiles])(
    "forecasts what R forecasts",
    ({ values, holt: trend, damped }) => {
      const ours = holt(values, [1, 1]);
      const faded = holt(values, [0.8, 0.98]);
      for (const at of [0, 1, 2]) {
        expect(Math.abs(holtAhead(ours, at + 1) / trend.mean[at]! - 1)).toBeLessThan(3e-4);
        expect(Math.abs(holtAhead(faded, at + 1) / damped.mean[at]! - 1)).toBeLessThan(3e-4);
      }
    },
  );

  it("continues a straight line exactly, and a constant", () => {
    const line = holt([5, 8, 11, 14, 17, 20], [1, 1]);
    expect(holtAhead(line, 4)).toBeCloseTo(32, 6);
    expect(holtAhead(holt([7, 7, 7, 7, 7], [0.8, 0.98]), 3)).toBeCloseTo(7, 9);
  });

  it("adds what is left of the slope every period", () => {
    // Closed form: level + slope x (d + d^2 + d^3)
    const state = { alpha: 0, beta: 0, damping: 0.5, level: 100, slope: 8, squares: 0 };
    expect(holtAhead(state, 3)).toBe(107);
  });
});
