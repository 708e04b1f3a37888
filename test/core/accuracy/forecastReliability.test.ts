import { expect, it } from "vitest";
import { forecastReliability } from "../../../src/core/accuracy/forecastReliability.ts";

const pairs = [
  { forecast: 110, actual: 100 },
  { forecast: 100, actual: 120 },
  { forecast: 95, actual: 90 },
  { forecast: 10, actual: 0 },
];

it("is 1 - WMAPE, with the lean in sum", () => {
  // By hand: errors 10 + 20 + 5 + 10 = 45 of 310; too high by 5
  const found = forecastReliability(pairs);
  expect(found?.reliability).toBeCloseTo(1 - 45 / 310, 12);
  expect(found?.bias).toBeCloseTo(5 / 310, 12);
  expect(forecastReliability([{ forecast: 500, actual: 100 }])?.reliability).toBe(0);
  expect(forecastReliability([])).toBeUndefined();
});
