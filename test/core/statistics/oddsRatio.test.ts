import { expect, it } from "vitest";
import { oddsRatio } from "../../../src/core/statistics/oddsRatio.ts";

const odds = (hits: number, misses: number, otherHits: number, otherMisses: number) =>
  oddsRatio({ hits, misses, otherHits, otherMisses }, 0.95);

// scipy 1.17: odds_ratio(table, kind="sample") and its confidence_interval(0.95); the last by R with .5 in each cell
it.each([
  [45, 155, 65, 145, 0.647642679900744, 0.416094436739044, 1.008042895541219],
  [12, 3, 30, 55, 7.333333333333333, 1.9181248603043983, 28.036640831214434],
  [0, 7, 5, 4, 0.0545454545454545, 0.00240363240619334, 1.2377960140261719],
])("%d %d %d %d", (a, b, c, d, ratio, low, high) => {
  const found = odds(a, b, c, d);
  expect(found?.ratio).toBeCloseTo(ratio, 12);
  expect(found?.low).toBeCloseTo(low, 9);
  expect(found?.high).toBeCloseTo(high, 9);
});

it("is undefined for an empty group", () => {
  expect(odds(0, 0, 1, 2)).toBeUndefined();
  expect(odds(1, 2, 0, 0)).toBeUndefined();
});
