import { expect, it } from "vitest";
import { concentration } from "../../../src/core/pipeline/concentration.ts";

it("is the share of the largest, or of the largest few", () => {
  // The pipeline scripts' probe: deals of 45, 30 and 25.
  expect(concentration([30, 45, 25])).toBe(0.45);
  expect(concentration([30, 45, 25, 100], 3)).toBe(0.875);
  expect(concentration([10], 3)).toBe(1);
});

it("leaves credits out and knows nothing of nothing", () => {
  expect(concentration([60, 40, -50])).toBe(0.6);
  expect(concentration([])).toBeUndefined();
  expect(concentration([-1, 0])).toBeUndefined();
});
