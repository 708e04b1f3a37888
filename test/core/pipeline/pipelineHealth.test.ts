import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pipelineHealth } from "../../../src/core/pipeline/pipelineHealth.ts";

const inputs = (
  coverage?: number,
  mixDeviation?: number,
  velocity?: number,
  freshness?: number,
  winRateDelta?: number,
  aged?: number,
) => ({ coverage, mixDeviation, velocity, freshness, winRateDelta, aged });

describe("the health of a pipeline", () => {
  it("equals the scorecard in print, added up by hand", () => {
    // 20 + 20 + 15 + 12 + 10 + 7
    const card = pipelineHealth(inputs(3.4, 0, 1.3, 0.22, 1, 0.15));
    expect(card).toMatchObject({ score: 84, band: "Green" });
    expect(card.parts.map(({ points }) => points)).toEqual([20, 20, 15, 12, 10, 7]);
    // 0 + 5 + 15 + 8 + 5 + 1
    expect(pipelineHealth(inputs(1.56, 22, 1.21, 0.1, -4, 0.34))).toMatchObject({
      score: 34,
      band: "Red",
    });
  });

  it("changes points where the table does", () => {
    const points = (name: "coverage" | "winRateDelta" | "aged" | "velocity", value: number) =>
      pipelineHealth({ [name]: value }).parts.find((part) => part.name === name)?.points;
    expect([1.99, 2, 3, 4, 5, 5.01].map((x) => points("coverage", x))).toEqual([
      0, 10, 20, 25, 25, 15,
    ]);
    expect([0.01, 0, -2, -2.5, -5, -6].map((x) => points("winRateDelta", x))).toEqual([
      10, 8, 8, 5, 5, 2,
    ]);
    expect([0.09, 0.1, 0.2, 0.3, 0.31].map((x) => points("aged", x))).toEqual([10, 7, 4, 4, 1]);
    expect([0.5, 1.2, 1.4, 1.6, 1.7].map((x) => points("velocity", x))).toEqual([
      20, 20, 15, 10, 5,
    ]);
  });

  it("is judged from what is known, and not at all from less than half of the points", () => {
    // Without a quota: mix 15 of 20, velocity 20 of 20, win rate 10 of 10, age 7 of 10: 52 of 60.
    const { score, parts } = pipelineHealth(inputs(undefined, 8, 1, undefined, 3, 0.1));
    expect(score).toBeCloseTo((52 / 60) * 100, 10);
    expect(parts[0]).toMatchObject({ points: undefined, adds: undefined, most: 25 });
    expect(pipelineHealth(inputs(3, 4))).toMatchObject({ score: undefined, band: undefined });
  });

  it("is the exact sum of its parts, between 0 and 100", () => {
    const any = fc.option(fc.double({ min: -10, max: 30, noNaN: true }), { nil: undefined });
    fc.assert(
      fc.property(any, any, any, any, any, any, (...values) => {
        const { score, parts } = pipelineHealth(inputs(...values));
        if (score === undefined) return;
        expect(parts.reduce((sum, { adds }) => sum + (adds ?? 0), 0)).toBe(score);
        expect(score >= 0 && score <= 100.0000001).toBe(true);
      }),
    );
  });
});
