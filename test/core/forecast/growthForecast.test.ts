import { expect, it } from "vitest";
import { growthForecast } from "../../../src/core/forecast/growthForecast.ts";

it("goes on at the mean rate of growth", () => {
  // +10 %, +20 %: 132 x 1.15
  expect(growthForecast([100, 110, 132])).toBeCloseTo(151.8, 9);
  expect(growthForecast([0, 100, 110])).toBeCloseTo(121, 9);
  expect(growthForecast([100])).toBeUndefined();
  expect(growthForecast([0, 5])).toBeUndefined();
  expect(growthForecast([])).toBeUndefined();
  // A fall below zero is no rate, and nothing grows from there.
  expect(growthForecast([100, -50, 100, 110])).toBeCloseTo(121, 9);
  expect(growthForecast([100, 110, -50])).toBeUndefined();
});
