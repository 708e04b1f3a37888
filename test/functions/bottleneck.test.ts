import { expect, it } from "vitest";
import { runFunction } from "../../src/functions/run/run.ts";

it("takes days below 0, as exports of wrong dates have them, for unknown", () => {
  const stages = [["Lead"], ["Lead"], ["Lead"]];
  const table = runFunction("BOTTLENECK", [stages, [[-30], [20], [5]]], () => "UTC");
  // (20 + 5) / 2 = 12.5 of 7 days usual in Lead, 13 days beyond them.
  expect(table).toEqual([
    expect.arrayContaining(["Stage", "Deals", "Average days"]),
    ["Lead", 2, 12.5, 7, 12.5 / 7, null, 13, "Slow"],
  ]);
});
