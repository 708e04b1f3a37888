import { expect, it } from "vitest";
import { capacityForecast } from "../../../src/core/forecast/capacityForecast.ts";

it("adds up what each kind of rep can close", () => {
  const full = { reps: 10, quota: 2, attainment: 0.9, ramp: 1 };
  // 10 x 2 x .9 + 5 x 2 x .9 x .3
  expect(capacityForecast([full, { ...full, reps: 5, ramp: 0.3 }])).toBeCloseTo(20.7, 12);
  expect(capacityForecast([])).toBeUndefined();
});
