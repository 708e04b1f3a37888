import { expect, it } from "vitest";
import {
  expectedLoss,
  moneyAtRisk,
  riskAdjusted,
  riskRate,
} from "../../../src/core/deals/riskRates.ts";

// Close rates of the deal risk analyzer by its bands.
const rates = { mediumFrom: 40, highFrom: 65, lowRate: 0.8, mediumRate: 0.6, highRate: 0.4 };

it("expects of an amount what its chance of a loss takes", () => {
  expect(expectedLoss(200, 35)).toBe(70);
  expect(expectedLoss(-200, 35)).toBe(0);
  expect(expectedLoss(undefined, 35)).toBeUndefined();
  expect(expectedLoss(200, undefined)).toBeUndefined();
});

it("takes the close rate of the band, its lower end included", () => {
  expect([0, 39.9, 40, 64.9, 65, 100].map((score) => riskRate(score, rates))).toEqual([
    0.8, 0.8, 0.6, 0.6, 0.4, 0.4,
  ]);
});

it("adds amounts times rates and leaves out what is not known", () => {
  // Published example: 8.4, 11.2 and 14.8 at 70, 50 and 20 give 21.92 (printed 22.0).
  expect(riskAdjusted([8.4, 11.2, 14.8], [70, 50, 20], rates)).toBeCloseTo(21.92, 12);
  expect(riskAdjusted([100, 100, undefined], [70, undefined, 20], rates)).toBe(40);
  expect(riskAdjusted([100], [undefined], rates)).toBeUndefined();
});

it("puts at risk what the band takes from the weighted value", () => {
  // 100 x 60 % = 60 weighted; high risk closes half as often as low, medium three quarters as often.
  expect(moneyAtRisk(100, 0.6, 70, rates)).toBeCloseTo(30, 12);
  expect(moneyAtRisk(100, 0.6, 50, rates)).toBeCloseTo(15, 12);
  expect(moneyAtRisk(100, 0.6, 20, rates)).toBe(0);
  expect(moneyAtRisk(-100, 0.6, 70, rates)).toBe(0);
  expect(moneyAtRisk(undefined, 0.6, 70, rates)).toBeUndefined();
  expect(moneyAtRisk(100, undefined, 70, rates)).toBeUndefined();
  expect(moneyAtRisk(100, 0.6, undefined, rates)).toBeUndefined();
  expect(moneyAtRisk(100, 0.6, 70, { ...rates, lowRate: 0 })).toBeUndefined();
});
