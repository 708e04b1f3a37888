import { expect, it } from "vitest";
import { movingAverage } from "../../../src/core/forecast/movingAverage.ts";

it("is the mean of the last periods, and unknown with too few", () => {
  expect(movingAverage([1, 2, 3, 7])).toBe(4);
  expect(movingAverage([1, 2, 3, 7], 1)).toBe(7);
  expect(movingAverage([1, 2])).toBeUndefined();
  expect(movingAverage([1, 2], 0)).toBeUndefined();
});
