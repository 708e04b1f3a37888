import { expect, it } from "vitest";
import { mase } from "../../../src/core/accuracy/mase.ts";

const pairs = [
  { forecast: 110, actual: 100 },
  { forecast: 100, actual: 120 },
  { forecast: 95, actual: 90 },
  { forecast: 10, actual: 0 },
];

it("compares with repeating the past", () => {
  // By hand: 11.25 against steps of 10, 30 and 20; against two periods before 20 and 10
  expect(mase(pairs, [100, 110, 80, 100])).toBeCloseTo(11.25 / 20, 12);
  expect(mase(pairs, [100, 110, 80, 100], 2)).toBeCloseTo(11.25 / 15, 12);
  expect(mase(pairs, [7, 7, 7])).toBeUndefined();
  expect(mase(pairs, [7])).toBeUndefined();
});
