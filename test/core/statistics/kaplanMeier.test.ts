import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  kaplanMeier,
  restrictedMean,
  type Span,
  survivalQuantile,
} from "../../../src/core/statistics/kaplanMeier.ts";

const spans = (text: string): Span[] =>
  text.split(" ").map((one) => ({ days: Number.parseFloat(one), isOver: !one.endsWith("+") }));

// The maintained group of the AML trial (Miller 1981), R: survfit(Surv(time, status) ~ x, data = aml).
const AML = spans("9 13 13+ 18 23 28+ 31 34 45+ 48 161+");

describe("kaplanMeier", () => {
  it("equals R's table of the AML trial", () => {
    const table = kaplanMeier(AML).map(({ days, atRisk, ended, survival }) => [
      days,
      atRisk,
      ended,
      Number(survival.toFixed(3)),
    ]);
    expect(table).toEqual([
      [9, 11, 1, 0.909],
      [13, 10, 1, 0.818],
      [18, 8, 1, 0.716],
      [23, 7, 1, 0.614],
      [31, 5, 1, 0.491],
      [34, 4, 1, 0.368],
      [48, 2, 1, 0.184],
    ]);
    expect(survivalQuantile(kaplanMeier(AML), 0.5)).toBe(31);
    // No deal lasted long enough to tell when nine of ten have ended.
    expect(survivalQuantile(kaplanMeier(AML), 0.9)).toBeUndefined();
  });

  it("adds up the area under the curve", () => {
    // By hand from the table above up to day 31: 9 + 4 x 10/11 + 5 x 9/11 + 5 x 0.71591 + 8 x 0.61364.
    expect(restrictedMean(kaplanMeier(AML), 31)).toBeCloseTo(
      9 + (4 * 10) / 11 + (5 * 9) / 11 + 5 * 0.715909 + 8 * 0.613636,
      4,
    );
    expect(restrictedMean([], 7)).toBe(7);
  });

  it("without censoring is the plain distribution", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1 }), (days) => {
        const steps = kaplanMeier(days.map((one) => ({ days: one, isOver: true })));
        for (const step of steps) {
          const longer = days.filter((one) => one > step.days).length;
          expect(step.survival).toBeCloseTo(longer / days.length, 10);
        }
        const mean = days.reduce((sum, one) => sum + one, 0) / days.length;
        expect(restrictedMean(steps, 1000)).toBeCloseTo(mean, 8);
        const ordered = [...days].sort((a, b) => a - b);
        expect(survivalQuantile(steps, 0.5)).toBe(ordered[Math.ceil(days.length / 2) - 1]);
      }),
    );
  });
});
