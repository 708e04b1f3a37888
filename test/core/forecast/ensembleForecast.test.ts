import { expect, it } from "vitest";
import { ensembleForecast } from "../../../src/core/forecast/ensembleForecast.ts";

it("weighs methods, and scales up when one is missing", () => {
  // 23.6 x .4 + 25.9 x .3 + 24.3 x .2 + 24.1 x .1
  expect(ensembleForecast([23.6, 25.9, 24.3, 24.1])).toBeCloseTo(24.48, 12);
  expect(ensembleForecast([10, undefined, 40], [1, 5, 2])).toBeCloseTo(30, 12);
  expect(ensembleForecast([undefined])).toBeUndefined();
  expect(ensembleForecast([5], [0])).toBeUndefined();
});
