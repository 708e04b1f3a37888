import { expect, it } from "vitest";
import { groupForecasts } from "../../../src/core/backtest/groupForecasts.ts";
import { day, pastOf, quarter } from "./somePast.ts";

it("holds each owner's weighted pipeline against what that owner brought", () => {
  const period = quarter(2024, 4);
  const past = pastOf(
    [
      { id: "a", owner: "Ann", amount: 100, created: day(2024, 3, 1), due: day(2024, 6, 1) },
      {
        id: "b",
        owner: "Ann",
        amount: 40,
        created: day(2024, 3, 1),
        closed: day(2024, 4, 9),
        won: true,
      },
      {
        id: "c",
        owner: "Bob",
        amount: 60,
        created: day(2024, 6, 1),
        closed: day(2024, 6, 9),
        won: true,
      },
      { id: "d", amount: 77, created: day(2024, 3, 1), due: day(2024, 6, 1) },
      {
        id: "e",
        owner: "Bob",
        amount: 5,
        created: day(2024, 3, 1),
        due: day(2024, 6, 1),
        notRewound: ["closeDate"],
      },
    ],
    day(2024, 7, 31),
  );
  const origin = { period, day: day(2024, 5, 1), daysLeft: 60, week: undefined };
  const groups = groupForecasts(past, [origin], ({ owner }) => owner);
  // By hand: half of 100 and the 40 that were won; Bob's deal did not exist yet
  expect(Object.fromEntries(groups)).toEqual({
    Ann: [{ forecast: 90, actual: 40 }],
    Bob: [{ forecast: 0, actual: 60 }],
  });
});
