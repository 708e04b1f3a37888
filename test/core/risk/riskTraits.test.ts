import { expect, it } from "vitest";
import { riskTraits } from "../../../src/core/risk/riskTraits.ts";

it("says how a deal stands; an edge belongs to the band above, what is unknown is left out", () => {
  const deal = {
    stage: "Value Proposition",
    stageEntered: 80,
    created: 70,
    closeDate: 100,
    pushes: 0,
  };
  const levels = (day: number | undefined, usual: number | undefined) =>
    Object.fromEntries(riskTraits(deal, day, usual).map(({ feature, level }) => [feature, level]));
  expect(levels(100, 10)).toEqual({
    stage: "/valueproposition",
    stay: "2 to below 3 x the usual days",
    age: "30 to below 60 days",
    closeIn: "0 to below 14 days ahead",
    pushes: "none",
  });
  expect(levels(undefined, undefined)).toEqual({
    stage: "/valueproposition",
    pushes: "none",
  });
  expect(levels(131, undefined).closeIn).toBe("below -30 days ahead");
  expect(levels(130, undefined).closeIn).toBe("-30 to below -14 days ahead");
  expect(riskTraits({}, 100, undefined)).toEqual([]);
  const pushed = (pushes: number) => riskTraits({ pushes }, 100, undefined)[0]?.level;
  expect([1, 3, 4, 9].map(pushed)).toEqual(["1", "3", "4 and more", "4 and more"]);
});

it("tells activity and silence in bands with a place in their order, and the owner by name", () => {
  const seen = riskTraits(
    { recentActivity: 0, lastActivity: 78.5, owner: "Ada Byron" },
    100,
    undefined,
  );
  expect(seen).toEqual([
    { feature: "activity", level: "below 1 in 45 days", rung: 0 },
    { feature: "silence", level: "21 to below 30 days", rung: 4 },
    { feature: "owner", level: "adabyron" },
  ]);
  expect(riskTraits({ recentActivity: 8 }, 100, undefined)[0]?.level).toBe("from 8 in 45 days");
  // What is dated after the day is not known on it.
  expect(riskTraits({ lastActivity: 101 }, 100, undefined)).toEqual([]);
});
