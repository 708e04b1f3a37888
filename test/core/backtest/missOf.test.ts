import { expect, it } from "vitest";
import { missOf } from "../../../src/core/backtest/missOf.ts";
import { day, type PlainDeal, pastOf, quarter } from "./somePast.ts";

it("tells why a weighted pipeline missed, deal by deal as it stood at the period's end", () => {
  const deals: readonly PlainDeal[] = [
    {
      id: "won",
      amount: 100,
      created: day(2024, 3, 1),
      due: day(2024, 6, 1),
      closed: day(2024, 6, 2),
      won: true,
    },
    // Slipped out of the quarter before it was lost
    {
      id: "slipped",
      amount: 80,
      created: day(2024, 3, 1),
      due: day(2024, 6, 1),
      closed: day(2024, 7, 9),
      won: false,
    },
    {
      id: "late",
      amount: 30,
      created: day(2024, 6, 5),
      closed: day(2024, 6, 20),
      won: true,
    },
  ];
  const period = quarter(2024, 4);
  const miss = missOf(pastOf(deals, day(2024, 7, 31)), {
    period,
    day: day(2024, 4, 30),
    daysLeft: 61,
    week: undefined,
  });
  // By hand: half of 180 was counted, 130 came
  expect([miss.forecast, miss.actual]).toEqual([90, 130]);
  expect(Object.fromEntries([...miss.causes].filter(([, amount]) => amount !== 0))).toEqual({
    "won beyond forecast": 50,
    slipped: -40,
    "created late": 30,
  });
});
