import { expect, it } from "vitest";
import { studentQuantile } from "../../../src/core/statistics/studentQuantile.ts";

// scipy 1.17: scipy.stats.t.ppf(share, freedom)
it.each([
  [0.9, 1, 3.0776835371752544],
  [0.9, 2, 1.8856180831641272],
  [0.9, 3, 1.637744353696209],
  [0.9, 10, 1.372183641110336],
  [0.975, 7, 2.364624251592784],
  [0.995, 9, 3.249835541592126],
  [0.6, 4, 0.2707222947075976],
  [0.1, 10, -1.372183641110336],
])("Student's t at %d with %d degrees of freedom", (share, freedom, expected) => {
  expect(studentQuantile(share, freedom)).toBeCloseTo(expected, 8);
});

it("is 0 in the middle", () => {
  expect(studentQuantile(0.5, 3)).toBe(0);
});
