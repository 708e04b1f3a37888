import { expect, it } from "vitest";
import { seasonalForecast } from "../../../src/core/forecast/seasonalForecast.ts";

const seasons = [0.8, 1.1, 0.9, 1.2];

it("finds a level and its seasons again", () => {
  const actuals = Array.from({ length: 14 }, (_, at) => 500 * seasons[at % 4]!);
  expect(seasonalForecast(actuals, 4)).toBeCloseTo(500 * 0.9, 9);
  expect(seasonalForecast(actuals.slice(0, 12), 4)).toBeCloseTo(500 * 0.8, 9);
  const odd = Array.from({ length: 9 }, (_, at) => [90, 100, 110][at % 3]!);
  expect(seasonalForecast(odd, 3)).toBeCloseTo(90, 9);
});

it("follows a trend closely", () => {
  const actuals = Array.from({ length: 20 }, (_, at) => (400 + 5 * at) * seasons[at % 4]!);
  expect(seasonalForecast(actuals, 4)! / (500 * 0.8)).toBeCloseTo(1, 2);
});

it("needs two years and sales in every season", () => {
  expect(seasonalForecast([1, 2, 3, 4, 1, 2, 3], 4)).toBeUndefined();
  expect(seasonalForecast([0, 2, 0, 2, 0, 2], 2)).toBeUndefined();
  expect(seasonalForecast([0, 0, 0, 0], 2)).toBeUndefined();
});
