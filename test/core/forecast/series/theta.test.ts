import { expect, it } from "vitest";
import { simpleSmoothing } from "../../../../src/core/forecast/series/smoothing.ts";
import { thetaAhead } from "../../../../src/core/forecast/series/theta.ts";
import { airmiles, lakeHuron, nile } from "./rSeries.ts";

it.each([nile, lakeHuron, airmiles])("Theta agrees with R's thetaf", ({ values, theta }) => {
  const smoothing = simpleSmoothing(values);
  theta.forEach((expected, at) => {
    expect(Math.abs(thetaAhead(values, smoothing, at + 1) / expected - 1)).toBeLessThan(1e-5);
  });
});

it("Theta of a single value is that value", () => {
  expect(thetaAhead([5], simpleSmoothing([5]), 3)).toBeCloseTo(5, 12);
});
