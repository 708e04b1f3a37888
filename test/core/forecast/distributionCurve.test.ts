import { describe, expect, it } from "vitest";
import { distributionCurve } from "../../../src/core/forecast/distributionCurve.ts";
import { revenueForecast } from "../../../src/core/forecast/revenueForecast.ts";
import { pipelineOf } from "./distribution/bruteForce.ts";

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("the curve of a distribution", () => {
  const open = pipelineOf(60, 9).map((one) => ({
    ...one,
    evidence: 40,
    cohort: `${one.probability}`,
  }));
  const found = revenueForecast({
    won: 2e5,
    open,
    correlation: 0.05,
    newBusiness: { count: 4, amounts: [15_000, 40_000], periods: 4 },
    quota: 9e5,
  });

  it("has shares that add up to 1 and give the mean back", () => {
    const curve = distributionCurve(found, 9e5);
    expect(curve.length).toBeGreaterThanOrEqual(12);
    expect(curve.length).toBeLessThanOrEqual(32);
    expect(sum(curve.map(({ share }) => share))).toBeCloseTo(1, 12);
    const mean = sum(curve.map(({ from, to, share }) => (share * (from + to)) / 2));
    expect(Math.abs(mean - found.mean)).toBeLessThan(0.03 * found.deviation);
  });

  it("is split at the target: what is reached is the chance of the target", () => {
    const curve = distributionCurve(found, 9e5);
    expect(sum(curve.map(({ reached }) => reached))).toBeCloseTo(found.probOfQuota ?? -1, 12);
    for (const { to, share, reached } of curve) {
      expect(reached).toBeGreaterThanOrEqual(0);
      expect(reached).toBeLessThanOrEqual(share);
      if (to <= 9e5) expect(reached).toBe(0);
    }
    expect(sum(distributionCurve(found).map(({ reached }) => reached))).toBe(0);
  });

  it("has round borders", () => {
    for (const { from, to } of distributionCurve(found)) {
      const step = to - from;
      expect([1, 2, 5]).toContain(Math.round(step / 10 ** Math.floor(Math.log10(step) + 1e-9)));
      expect(Math.abs(from / step - Math.round(from / step))).toBeLessThan(1e-9);
    }
  });

  it("puts single outcomes where they belong: 100 x 0.5 and 200 x 0.25 counted by hand", () => {
    const two = revenueForecast({
      won: 0,
      correlation: 0,
      open: [
        { amount: 100, probability: 0.5 },
        { amount: 200, probability: 0.25 },
      ],
    });
    const curve = distributionCurve(two, 200).filter(({ share }) => share > 1e-12);
    expect(curve.map(({ from }) => from)).toEqual([0, 100, 200, 300]);
    expect(curve.map(({ share }) => share)).toEqual([0.375, 0.375, 0.125, 0.125]);
    expect(curve.map(({ reached }) => reached)).toEqual([0, 0, 0.125, 0.125]);
  });

  it("is empty when all is certain", () => {
    expect(distributionCurve(revenueForecast({ won: 700, open: [], correlation: 0 }))).toEqual([]);
  });
});
