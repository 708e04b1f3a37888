import { expect, it } from "vitest";
import { hitRate } from "../../../src/core/forecast/hitRate.ts";

it("counts forecasts within the tolerance, the limit included", () => {
  const pairs = [
    { forecast: 105, actual: 100 },
    { forecast: 106, actual: 100 },
    { forecast: -95, actual: -100 },
    { forecast: 5, actual: 0 },
  ];
  expect(hitRate(pairs)).toBeCloseTo(2 / 3, 12);
  expect(hitRate(pairs, 0.06)).toBe(1);
  expect(hitRate([{ forecast: 5, actual: 0 }])).toBeUndefined();
});
