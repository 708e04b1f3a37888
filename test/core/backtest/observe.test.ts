import { describe, expect, it } from "vitest";
import { observer } from "../../../src/core/backtest/observe.ts";
import { day, type PlainDeal, pastOf, quarter } from "./somePast.ts";

const period = quarter(2024, 4);
const on = day(2024, 5, 1);
const origin = { period, day: on, daysLeft: period.to - on, week: undefined };
const DEALS: readonly PlainDeal[] = [
  { id: "won early", amount: 100, created: day(2024, 1, 5), closed: day(2024, 4, 10), won: true },
  { id: "won before", amount: 70, created: day(2024, 1, 5), closed: day(2024, 2, 10), won: true },
  { id: "lost", amount: 30, created: day(2024, 1, 5), closed: day(2024, 4, 2), won: false },
  {
    id: "comes",
    amount: 40,
    created: day(2024, 4, 1),
    due: day(2024, 6, 1),
    closed: day(2024, 6, 20),
    won: true,
    probability: 0.25,
    category: "Commit",
  },
  {
    id: "comes early",
    amount: 60,
    created: day(2024, 4, 1),
    due: day(2024, 8, 1),
    closed: day(2024, 6, 25),
    won: true,
  },
  { id: "stays", amount: 80, created: day(2024, 4, 1), due: day(2024, 6, 1), stage: "Offer" },
  { id: "new", amount: 9, created: day(2024, 5, 2), closed: day(2024, 5, 20), won: true },
  {
    id: "untold",
    amount: 999,
    created: day(2024, 4, 1),
    due: day(2024, 6, 1),
    notRewound: ["amount"],
  },
];

describe("what was known on a day", () => {
  const seen = observer(pastOf(DEALS, day(2024, 7, 31)))(origin);

  it("counts what was won, open and decided by then, and no more", () => {
    // By hand
    expect(seen).toMatchObject({ won: 100, wonEver: 170, lostEver: 30 });
    expect(seen).toMatchObject({ open: 120, weighted: 10 + 40, commit: 40, bestCase: 0 });
    expect(seen).toMatchObject({ categorised: 1, rated: 2 });
  });

  it("leaves out and counts a deal of which nothing tells how it stood", () => {
    expect(seen).toMatchObject({ deals: 4, leftOut: 1 });
  });

  it("sums deals by stage and by whether they were due, with what came of them", () => {
    expect(seen.stages).toEqual([
      { stage: "Talk", inside: true, deals: 1, amount: 40, came: 40 },
      { stage: "Talk", inside: false, deals: 1, amount: 60, came: 60 },
      { stage: "Offer", inside: true, deals: 1, amount: 80, came: 0 },
    ]);
    expect([seen.closing, seen.actual]).toEqual([209, 209]);
  });

  it("sums bookings by month up to the day", () => {
    const [february, april, may] = [25, 27, 28];
    expect(seen.bookings).toHaveLength(may + 1);
    expect(seen.bookings[february]).toBe(70);
    expect(seen.bookings[april]).toBe(100);
    expect(seen.bookings[may]).toBe(0);
  });
});
