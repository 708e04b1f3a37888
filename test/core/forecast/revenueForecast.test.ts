import { describe, expect, it } from "vitest";
import { revenueForecast } from "../../../src/core/forecast/revenueForecast.ts";
import { pipelineOf } from "./distribution/bruteForce.ts";

const three = [
  { amount: 100, probability: 0.5 },
  { amount: 200, probability: 0.25 },
  { amount: 50, probability: 0.8 },
];

describe("a period's revenue", () => {
  it("is what is won and what open deals may bring", () => {
    const found = revenueForecast({ won: 1000, open: three, correlation: 0, quota: 1150 });
    expect([found.mean, found.p10, found.p50, found.p90]).toEqual([1140, 1050, 1150, 1300]);
    expect(found.probOfQuota).toBeCloseTo(0.55, 12);
    expect(found.method).toBe("exact");
  });

  it("is certain when all deals are closed, and has a chance of a quota only with a quota", () => {
    const found = revenueForecast({ won: 700, open: [], correlation: 0.05 });
    expect(found).toMatchObject({ mean: 700, deviation: 0, p10: 700, p90: 700 });
    expect(found.probOfQuota).toBeUndefined();
    const reached = revenueForecast({ won: 700, open: [], correlation: 0.05, quota: 600 });
    const missed = revenueForecast({ won: 700, open: [], correlation: 0.05, quota: 800 });
    expect([reached.probOfQuota, missed.probOfQuota]).toEqual([1, 0]);
  });

  it("adds business not yet created, known or measured", () => {
    const newBusiness = { count: 6, amounts: [10_000, 30_000] };
    const parts = { won: 0, open: pipelineOf(80, 3), correlation: 0 };
    const base = revenueForecast(parts);
    const more = revenueForecast({ ...parts, newBusiness });
    const unsure = revenueForecast({ ...parts, newBusiness: { ...newBusiness, periods: 2 } });
    expect(more.mean - base.mean).toBeCloseTo(120_000, 4);
    expect(more.deviation ** 2 - base.deviation ** 2).toBeCloseTo(3 * (1e8 + 9e8), -2);
    expect(unsure.mean).toBeCloseTo(more.mean, 4);
    // count / periods x (mean size)^2 more
    expect(unsure.deviation ** 2 - more.deviation ** 2).toBeCloseTo(3 * 2e4 ** 2, -2);
    expect(unsure.p90).toBeGreaterThan(more.p90);
  });
});
