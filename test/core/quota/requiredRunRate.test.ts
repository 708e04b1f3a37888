import { expect, it } from "vitest";
import { requiredRunRate } from "../../../src/core/quota/requiredRunRate.ts";

it("spreads what is missing over the days after the as-of day", () => {
  expect(requiredRunRate(522, 600, 30, 17)).toBe(6);
});

it("is 0 once the quota is met, and has no answer without days or quota", () => {
  expect(requiredRunRate(600, 600, 30, 30)).toBe(0);
  expect(requiredRunRate(500, 600, 30, 30)).toBeUndefined();
  expect(requiredRunRate(500, 0, 30, 20)).toBeUndefined();
});

it("reaches the quota exactly when kept up", () => {
  expect(123 + (requiredRunRate(123, 600, 30, 7) ?? 0) * 23).toBeCloseTo(600, 9);
});
