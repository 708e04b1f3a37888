import { expect, it } from "vitest";
import { activityHealth } from "../../../src/core/pipeline/activityHealth.ts";

it("equals the peer's ten deals: 4.8, three of them healthy", () => {
  const { score, parts } = activityHealth([2, 5, 8, 15, 22, 1, 3, 9, 4, 30]);
  expect(score).toBeCloseTo(4.8, 12);
  expect(parts.map(({ deals }) => deals)).toEqual([3, 2, 2, 3]);
  expect(parts.reduce((sum, { adds }) => sum + adds, 0)).toBe(score);
});

it("changes at 3, 7 and 14 days, and knows nothing without deals", () => {
  expect([3, 4, 7, 8, 14, 15].map((days) => activityHealth([days]).score)).toEqual([
    10, 6, 6, 3, 3, 0,
  ]);
  expect(activityHealth([]).score).toBeUndefined();
});
