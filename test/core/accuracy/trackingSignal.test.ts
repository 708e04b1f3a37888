import { expect, it } from "vitest";
import { trackingSignal } from "../../../src/core/accuracy/trackingSignal.ts";

const pairs = [
  { forecast: 110, actual: 100 },
  { forecast: 100, actual: 120 },
  { forecast: 95, actual: 90 },
  { forecast: 10, actual: 0 },
];

it("is the drift in typical errors", () => {
  // By hand: 5 too high in sum, 11.25 off on average
  expect(trackingSignal(pairs)).toBeCloseTo(5 / 11.25, 12);
  expect(trackingSignal([{ forecast: 5, actual: 5 }])).toBe(0);
  expect(trackingSignal([])).toBeUndefined();
});
