import { expect, it } from "vitest";
import { isStale } from "../../../src/core/hygiene/staleness.ts";

it("is stale after so many days, not on the last of them, and unknown without a day", () => {
  expect([isStale(100.9, 180, 280), isStale(100.9, 180, 281)]).toEqual([false, true]);
  expect(isStale(300, 180, 281)).toBe(false);
  expect([isStale(undefined, 180, 281), isStale(100, 180, undefined)]).toEqual([
    undefined,
    undefined,
  ]);
});
