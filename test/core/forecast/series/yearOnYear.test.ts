import { expect, it } from "vitest";
import { yearOnYear } from "../../../../src/core/forecast/series/yearOnYear.ts";

it("the same period a year before grows as the year did, within limits", () => {
  // 12 + 24 against 10 + 20: 1.2 times
  expect(yearOnYear([10, 20, 30, 40, 12, 24], 4, 4)).toEqual(
    [36, 48, 14.4, 28.8].map((x) => expect.closeTo(x, 12)),
  );
  expect(yearOnYear([1, 5, 5, 5, 100], 4, 1)).toEqual([15]);
  expect(yearOnYear([0, 5, 5, 5, 100], 4, 1)).toEqual([5]);
});
