import { expect, it } from "vitest";
import { averageDeal } from "../../../src/core/pipeline/averageDeal.ts";

it("is the mean of won amounts that are known", () => {
  // The peer's sample won 72,000 and 91,000.
  const won = [true, true, false, true];
  expect(averageDeal([72000, 91000, 5, undefined], (row) => won[row] ?? false)).toBe(81500);
  expect(averageDeal([5, undefined], () => false)).toBeUndefined();
});
