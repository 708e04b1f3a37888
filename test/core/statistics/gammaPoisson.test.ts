import { expect, it } from "vitest";
import { gammaStrength } from "../../../src/core/statistics/gammaPoisson.ts";

it("is the closed form for groups of one size", () => {
  // Expected 10 each; seen 5, 15: mean 1, between = 2 x 10 x 0.25 = 5, less the 1 that chance gives, over 20 - 200/20 = 10.
  expect(
    gammaStrength([
      { seen: 5, expected: 10 },
      { seen: 15, expected: 10 },
    ]),
  ).toBeCloseTo(1 / 0.4, 12);
});

it("holds groups for alike that chance alone explains, that are too few or that saw nothing", () => {
  const alike = 1e4;
  expect(gammaStrength([])).toBe(alike);
  expect(gammaStrength([{ seen: 3, expected: 2 }])).toBe(alike);
  expect(
    gammaStrength([
      { seen: 0, expected: 2 },
      { seen: 0, expected: 4 },
    ]),
  ).toBe(alike);
  expect(
    gammaStrength([
      { seen: 10, expected: 10 },
      { seen: 11, expected: 10 },
    ]),
  ).toBe(alike);
});
