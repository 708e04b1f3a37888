import { expect, it } from "vitest";
import { outlierRule } from "../../../src/core/statistics/outlier.ts";

it("tells a value far out on the scale of logarithms", () => {
  // By hand on logarithms: centre 2.562, median deviation 0.235; ln 40 lies 3.2 and ln 400 lies 9.8 out.
  const isOut = outlierRule([8, 10, 12, 14, 16, 400]);
  expect([8, 16, 40, 400].map((value) => isOut?.(value))).toEqual([false, false, false, true]);
  expect(isOut?.(0)).toBe(true);
});

it("works on the plain scale where a value is not above zero", () => {
  // Median 2.5, deviations 0.5 0.5 1.5 1.5 2.5 97.5: their median is 1.5, so the limit lies 3.5 x 1.5 / 0.6745 = 7.8 out.
  const isOut = outlierRule([0, 1, 2, 3, 4, 100]);
  expect([10.2, 10.4, -5.2, -5.4].map((value) => isOut?.(value))).toEqual([
    false,
    true,
    false,
    true,
  ]);
});

it("takes the quartiles when half of the values are equal, and finds nothing when all are", () => {
  const isOut = outlierRule([5, 5, 5, 5, 5, 6, 7, 8, 9]);
  expect([9, 60].map((value) => isOut?.(value))).toEqual([false, true]);
  expect(outlierRule([5, 5, 5, 5])?.(500)).toBe(false);
  expect(outlierRule([1, 2, 3])).toBeUndefined();
});
