import { expect, it } from "vitest";
import { dealPriority, priorityTier } from "../../../src/core/qualification/dealPriority.ts";

it.each([
  [50, 0.5, "Top priority"],
  [50, 0.49, "Invest heavily"],
  [49, 0.5, "Quick wins"],
  [49, 0.49, "Deprioritize"],
])("value %d at %d is %s", (value, probability, priority) => {
  expect(dealPriority(value, probability)).toBe(priority);
});

it.each([
  [85, 500_000, 1],
  [85, 499_999, 2],
  [84, 500_000, 2],
  [75, 299_999, 3],
  [65, 0, 3],
  [64, 900_000, undefined],
])("a score of %d with %d is tier %s", (score, amount, tier) => {
  expect(priorityTier(score, amount)).toBe(tier);
});
