import { expect, it } from "vitest";
import { forecastBias } from "../../../src/core/forecast/forecastBias.ts";
import { peerSample } from "./sample.ts";

it("equals the peer's run on its sample, by the sums and by the mean", () => {
  // 20 too much over actuals of 3,040; the peer prints 0.7 %.
  expect(forecastBias(peerSample, "total")).toBeCloseTo(20 / 3040, 15);
  expect(forecastBias(peerSample)).toBeCloseTo(0.005973, 6);
});

it("equals a guide's example of -0.31 %", () => {
  const guide = [
    { forecast: 8.2, actual: 8.5 },
    { forecast: 8.8, actual: 8.4 },
    { forecast: 9.1, actual: 9.3 },
  ];
  expect(forecastBias(guide, "mean")).toBeCloseTo(-0.0031, 4);
});

it("is positive when forecasts are too high, also for negative actuals", () => {
  expect(forecastBias([{ forecast: -80, actual: -100 }])).toBeCloseTo(0.2, 12);
  expect(forecastBias([{ forecast: -80, actual: -100 }], "total")).toBeCloseTo(0.2, 12);
});

it("has no answer without actuals", () => {
  expect(forecastBias([{ forecast: 1, actual: 0 }])).toBeUndefined();
  expect(forecastBias([{ forecast: 1, actual: 0 }], "total")).toBeUndefined();
  expect(forecastBias([])).toBeUndefined();
});
