import { describe, expect, it } from "vitest";
import { ensembleWeights, usualEnsemble } from "../../../src/core/backtest/ensemble.ts";

const said = (forecasts: Readonly<Record<string, number>>) => new Map(Object.entries(forecasts));
const ALL = {
  weighted: 100,
  existing_new: 100,
  conversion: 100,
  average: 100,
  series: 100,
  pace: 100,
  capacity: 100,
};
const sum = (weights: ReadonlyMap<string, number>) =>
  [...weights.values()].reduce((total, weight) => total + weight, 0);

describe("the ensemble's weights", () => {
  it("are those believed first before two periods tell anything, scaled up over what is missing", () => {
    const silent = { forecasts: said({ growth: 1 }), came: 5 };
    for (const earlier of [[], [{ forecasts: said(ALL), came: 80 }, silent]]) {
      const now = said({ weighted: 1, average: 2, series: 3, pace: 4 });
      // Half way: 12 % of the pipeline's 60 %, 15, 7.5 and 7.5 % of the past's 30 %, together 42 %
      expect(Object.fromEntries(ensembleWeights(now, earlier, 0.5))).toEqual({
        weighted: expect.closeTo(12 / 42, 12),
        average: expect.closeTo(7.5 / 42, 12),
        series: expect.closeTo(15 / 42, 12),
        pace: expect.closeTo(7.5 / 42, 12),
      });
    }
    expect(usualEnsemble(said(ALL))).toBeCloseTo(100, 12);
  });

  it("lean on the pipeline and the run rate the more of the period is over", () => {
    // All were equally far off, so that what is believed first stays
    const earlier = [80, 90].map((came) => ({ forecasts: said(ALL), came }));
    const [start, middle, end] = [0, 0.5, 1].map((gone) =>
      ensembleWeights(said(ALL), earlier, gone),
    );
    expect(Object.fromEntries(start ?? [])).toEqual({
      weighted: expect.closeTo(0.08, 12),
      existing_new: expect.closeTo(0.2, 12),
      conversion: expect.closeTo(0.12, 12),
      average: expect.closeTo(0.2, 12),
      series: expect.closeTo(0.2, 12),
      capacity: expect.closeTo(0.2, 12),
    });
    for (const weights of [start, middle, end])
      expect(sum(weights ?? new Map())).toBeCloseTo(1, 12);
    expect(middle?.get("pace")).toBeCloseTo(0.075, 12);
    expect(end?.get("average")).toBeUndefined();
    expect(end?.get("existing_new")).toBeCloseTo(0.4, 12);
  });

  it("go to the member that was right at this point, whatever is believed first", () => {
    const earlier = Array.from({ length: 20 }, () => ({
      forecasts: said({ ...ALL, weighted: 52 }),
      came: 50,
    }));
    const weights = ensembleWeights(said(ALL), earlier, 0.5);
    expect([...weights].sort(([, a], [, b]) => b - a)[0]?.[0]).toBe("weighted");
    expect(weights.get("weighted")).toBeGreaterThan(0.8);
  });
});
