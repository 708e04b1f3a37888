import { expect, it } from "vitest";
import { activityChanges, recentActivity } from "../../../src/core/deals/activityChange.ts";

const asOf = 1000;
const at = (opportunityId: string | undefined, ...ago: number[]) =>
  ago.map((days) => ({ opportunityId, date: asOf - days + 0.4 }));

it("compares the last 14 days with the 14 before", () => {
  const changes = activityChanges(
    [
      // Four before (14 to 27 days ago), one lately, one planned, one too old.
      ...at("down", 14, 20, 21, 27, 3, -1, 28),
      ...at("up", 14, 15, 16, 0, 1, 2, 3, 4, 13),
      ...at("gone", 15, 16, 17),
      ...at("few", 15, 16),
      ...at(undefined, 15, 16, 17),
    ],
    asOf,
  );
  expect([...changes]).toEqual([
    ["down", -0.75],
    ["up", 1],
    ["gone", -1],
  ]);
});

it("counts what happened lately", () => {
  const counts = recentActivity([...at("a", 0, 13, 14, -1), ...at("b", 20)], asOf);
  expect([...counts]).toEqual([["a", 2]]);
});
