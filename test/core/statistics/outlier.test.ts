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

it("lies beyond Tukey's fences by 1.5 IQR", () => {
  // R: x <- c(12, 15, 15, 18, 21, 22, 25, 31, 34, 60, 75, 120); q <- quantile(x, c(.25, .75), type = 7)
  // gives 17.25 and 40.5; c(q[1] - 1.5 * diff(q), q[2] + 1.5 * diff(q)) gives -17.625 and 75.375.
  const days = [12, 15, 15, 18, 21, 22, 25, 31, 34, 60, 75, 120];
  const isOut = outlierRule(days, "1.5 IQR");
  expect([-17.7, -17.6, 75.3, 75.4].map((value) => isOut?.(value))).toEqual([
    true,
    false,
    false,
    true,
  ]);
  // On logarithms 120 days are nothing unusual: days are skewed.
  expect(outlierRule(days)?.(120)).toBe(false);
  expect(outlierRule([1, 2, 3], "1.5 IQR")).toBeUndefined();
});

it("of most values that are equal is every other one by 1.5 IQR", () => {
  const isOut = outlierRule([5, 5, 5, 5, 5, 6], "1.5 IQR");
  expect([5, 5.1, 6].map((value) => isOut?.(value))).toEqual([false, true, true]);
});
