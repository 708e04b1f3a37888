import { expect, it } from "vitest";
import { logLoss } from "../../../src/core/accuracy/logLoss.ts";

it("of a constant chance at the base rate is its entropy", () => {
  const constant = [true, false, false, false].map((won) => ({ chance: 0.25, won }));
  expect(logLoss(constant)).toBeCloseTo(-(0.25 * Math.log(0.25) + 0.75 * Math.log(0.75)), 12);
});

it("stays finite for a chance of 1 that came to nothing", () => {
  expect(Number.isFinite(logLoss([{ chance: 1, won: false }]))).toBe(true);
});
