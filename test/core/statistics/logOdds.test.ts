import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceOf, logOdds } from "../../../src/core/statistics/logOdds.ts";

describe("log-odds", () => {
  it("of one in two are 0, of 80% the logarithm of 4", () => {
    expect(logOdds(0.5)).toBe(0);
    expect(logOdds(0.8)).toBeCloseTo(Math.log(4), 14);
  });

  it("come back as the chance", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (chance) => {
        expect(chanceOf(logOdds(chance))).toBeCloseTo(chance, 12);
      }),
    );
  });

  it("of the impossible and the certain are finite", () => {
    expect(logOdds(0)).toBeCloseTo(Math.log(1e-9), 6);
    expect(logOdds(1)).toBeGreaterThan(20);
    expect(chanceOf(-800)).toBe(0);
    expect(chanceOf(800)).toBe(1);
  });
});
