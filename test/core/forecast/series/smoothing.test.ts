import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simpleSmoothing } from "../../../../src/core/forecast/series/smoothing.ts";
import { airmiles, lakeHuron, nile } from "./rSeries.ts";

const squares = (surprises: readonly number[]) => surprises.reduce((sum, x) => sum + x * x, 0);

describe("simple exponential smoothing", () => {
  it.each([nile, lakeHuron, airmiles])("agrees with R and fits no worse", ({ values, ses }) => {
    const found = simpleSmoothing(values);
    expect(found.alpha).toBeCloseTo(ses.alpha, 3);
    expect(found.level / ses.mean[0]!).toBeCloseTo(1, 4);
    expect(squares(found.surprises) / values.length).toBeLessThanOrEqual(ses.mse * (1 + 1e-9));
  });

  it("finds no worse a fit than any share and first level of a grid", () => {
    const values = [12, 15, 11, 14, 18, 13, 16];
    const of = (alpha: number, first: number) => {
      let [level, sum] = [first, 0];
      for (const value of values) {
        sum += (value - level) ** 2;
        level += alpha * (value - level);
      }
      return sum;
    };
    const best = squares(simpleSmoothing(values).surprises);
    for (let alpha = 0.0001; alpha < 1; alpha += 0.01)
      for (let first = 10; first <= 18; first += 0.1)
        expect(of(alpha, first)).toBeGreaterThanOrEqual(best - 1e-9);
  });

  it("moves and scales with the values", () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 4, maxLength: 20 });
    fc.assert(
      fc.property(values, (list) => {
        const plain = simpleSmoothing(list);
        const other = simpleSmoothing(list.map((value) => 3 * value + 50));
        expect(squares(other.surprises)).toBeCloseTo(9 * squares(plain.surprises), 1);
      }),
      { numRuns: 50 },
    );
  });
});
