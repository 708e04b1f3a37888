import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverage } from "../../../src/core/pipeline/coverage.ts";

describe("coverage", () => {
  it("divides by what is left of the quota", () => {
    // Worked example of the pipeline analyst: 12.5M over 8M.
    expect(coverage(12_500_000, 8_000_000)).toBe(1.5625);
    // The peer's sample pipeline: 1,105,000 over 500,000, printed as 2.21.
    expect(coverage(1_105_000, 500_000)).toBe(2.21);
    // The same with its two won deals of 72,000 and 91,000 taken off.
    expect(coverage(1_105_000, 500_000, 163_000)).toBeCloseTo(3.2789, 4);
  });

  it("has no answer without a quota or once it is met", () => {
    expect(coverage(100, 0)).toBeUndefined();
    expect(coverage(100, -5)).toBeUndefined();
    expect(coverage(100, 50, 50)).toBeUndefined();
    expect(coverage(100, 50, 60)).toBeUndefined();
  });

  it("does not depend on the unit of money", () => {
    const amount = fc.integer({ min: 1, max: 1e9 });
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        fc.integer({ min: 2, max: 1000 }),
        (pipeline, quota, closed, unit) => {
          const one = coverage(pipeline, quota, closed);
          const other = coverage(pipeline * unit, quota * unit, closed * unit);
          if (one === undefined) expect(other).toBeUndefined();
          else expect(other).toBeCloseTo(one, 9);
        },
      ),
    );
  });
});
