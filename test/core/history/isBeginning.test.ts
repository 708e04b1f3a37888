import { expect, it } from "vitest";
import { beginningsOf } from "../../../src/core/history/isBeginning.ts";

it("takes every first sight for a beginning but that of the first snapshot", () => {
  const isBeginning = beginningsOf([
    { snapshotDate: 20, opportunityId: "A" },
    { snapshotDate: 13, opportunityId: "B" },
  ]);
  expect([13, 20, 14].map(isBeginning)).toEqual([false, true, true]);
  expect(beginningsOf([])(13)).toBe(true);
});
