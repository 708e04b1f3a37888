import { expect, it } from "vitest";
import { crossing } from "../../../src/core/alerts/crossing.ts";

const limits = { lower: 3, upper: 5 };

it("says on which side a figure is outside and by how much; at the limit it is within", () => {
  expect(crossing(2, limits)).toEqual({ side: "below", limit: 3, beyond: 1 });
  expect(crossing(7, limits)).toEqual({ side: "above", limit: 5, beyond: 2 });
  for (const value of [3, 4, 5]) expect(crossing(value, limits)).toBeUndefined();
});

it("does not take a rounding error for a crossing", () => {
  // 0.1 + 0.2 is 0.30000000000000004.
  expect(crossing(0.1 + 0.2, { lower: undefined, upper: 0.3 })).toBeUndefined();
  expect(crossing(0.31, { lower: undefined, upper: 0.3 })?.side).toBe("above");
});

it("watches nothing without a limit", () => {
  expect(crossing(-99, { lower: undefined, upper: undefined })).toBeUndefined();
});
