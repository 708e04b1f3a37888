import { expect, it } from "vitest";
import { qualificationLevel } from "../../../src/core/qualification/qualificationLevel.ts";

// Bands of the deal scoring models: 80, 60, 40.
it.each([
  [100, "High"],
  [80, "High"],
  [79.9, "Qualified"],
  [60, "Qualified"],
  [59.9, "Weak"],
  [40, "Weak"],
  [39.9, "Disqualify"],
])("%d is %s", (score, level) => {
  expect(qualificationLevel(score)).toBe(level);
});
