import { expect, it } from "vitest";
import { variancePct } from "../../../src/core/forecast/variancePct.ts";

it.each([
  // By hand: 522 against 600 is 78 of 600 short.
  [522, 600, -0.13],
  [660, 600, 0.1],
  [600, 600, 0],
  [0, 600, -1],
  // A planned loss of 100 that came to 80 is a fifth better.
  [-80, -100, 0.2],
])("an actual of %d for a plan of %d", (actual, plan, expected) => {
  expect(variancePct(actual, plan)).toBeCloseTo(expected, 12);
});

it("says nothing where nothing was planned", () => {
  expect(variancePct(5, 0)).toBeUndefined();
});
