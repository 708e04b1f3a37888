import { expect, it } from "vitest";
import { fittedMembers, recipeFor } from "../../../../src/core/forecast/series/members.ts";

it("the recipe follows from how many periods are known", () => {
  const recipes = (season: number, ...known: number[]) => known.map((n) => recipeFor(n, season));
  expect(recipes(12, 1, 3)).toEqual(["mean", "mean"]);
  expect(recipes(12, 4, 12)).toEqual(["smoothing", "smoothing"]);
  expect(recipes(12, 13, 23)).toEqual(["growing", "growing"]);
  expect(recipes(12, 24, 100)).toEqual(["seasonal", "seasonal"]);
  expect(recipes(4, 4, 5, 7, 8)).toEqual(["smoothing", "growing", "growing", "seasonal"]);
  expect(recipes(1, 7, 8)).toEqual(["smoothing", "seasonal"]);
});

it("every member forecasts every period", () => {
  const values = Array.from({ length: 30 }, (_, at) => 100 + at + 20 * (at % 12));
  for (const known of [2, 8, 15, 30]) {
    const { forecasts } = fittedMembers(values.slice(0, known), 12, 7);
    expect(forecasts.map((list) => list.length)).toEqual(forecasts.map(() => 7));
    for (const forecast of forecasts.flat()) expect(Number.isFinite(forecast)).toBe(true);
  }
});
