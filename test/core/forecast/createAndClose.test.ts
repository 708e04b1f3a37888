import { describe, expect, it } from "vitest";
import { createAndClose } from "../../../src/core/forecast/createAndClose.ts";

// Three periods of 90 days; 30 days are left, so their last 30 days count: from day 61, 151 and 241 on.
const periods = [
  { from: 1, to: 90 },
  { from: 91, to: 180 },
  { from: 181, to: 270 },
];
const win = (created: number | undefined, closed: number, amount: number | undefined) => ({
  created,
  closed,
  amount,
});

describe("business created and won before the period ends", () => {
  it("is what past periods brought in their last days, per period", () => {
    const wins = [
      win(61.5, 80, 100), // in
      win(60.5, 80, 999), // created a day too early
      win(70, 91, 999), // closed in the next period, created before its last days
      win(160, 170, 300), // in
      win(241, 270, 200), // in
      win(245, 271, 999), // closed later
      win(undefined, 85, 999),
      win(250, 260, undefined),
      win(250, 260, -50),
    ];
    expect(createAndClose(wins, periods, 30, 1)).toEqual({
      business: { count: 1, amounts: [100, 300, 200], periods: 3 },
      periods: 3,
      deals: 3,
    });
  });

  it("counts a quiet period as one, and none that the data does not cover", () => {
    const wins = [win(250, 260, 500)];
    expect(createAndClose(wins, periods, 30, 150)).toMatchObject({
      business: { count: 0.5, amounts: [500], periods: 2 },
    });
    // Deals are known from day 151 on: the last 30 days of the second period begin after day 150.
    expect(createAndClose(wins, periods, 30, 151)).toMatchObject({
      business: { count: 1 },
      periods: 1,
    });
    expect(createAndClose(wins, periods, 30, 241).business).toBeUndefined();
    expect(createAndClose(wins, periods, 30, undefined).business).toBeUndefined();
  });

  it("looks back before the period when it has not begun yet", () => {
    // 100 days before the end: what was created up to 10 days before the period counts too.
    const wins = [win(82, 100, 40), win(80, 100, 999)];
    expect(createAndClose(wins, periods.slice(1, 2), 100, 1).business).toEqual({
      count: 1,
      amounts: [40],
      periods: 1,
    });
  });

  it("is nothing once the period is over", () => {
    expect(createAndClose([win(1, 2, 3)], periods, 0, 1).business).toMatchObject({ count: 0 });
  });
});
