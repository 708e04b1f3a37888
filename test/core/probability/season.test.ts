import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../../src/core/calendar/day.ts";
import { defaultCalendar } from "../../../src/core/calendar/defaultCalendar.ts";
import type { DealLife } from "../../../src/core/probability/dealLife.ts";
import {
  modelCalendar,
  quarterParts,
  seasonShares,
  winSeason,
} from "../../../src/core/probability/season.ts";

const day = (iso: string) => dayFromIso(iso) ?? Number.NaN;

describe("the sixths of a quarter", () => {
  it("reach from its first day to its last", () => {
    const partOf = quarterParts(defaultCalendar);
    // The first quarter of 2026 has 90 days: 15 in each sixth.
    expect(
      ["2026-01-01", "2026-01-15", "2026-01-16", "2026-03-31", "2026-04-01"].map((iso) =>
        partOf(day(iso)),
      ),
    ).toEqual([0, 0, 1, 5, 0]);
  });

  it("follow the fiscal year", () => {
    const partOf = quarterParts(modelCalendar({ startMonth: 2, pattern: "months", weekStart: 1 }));
    expect([partOf(day("2026-01-31")), partOf(day("2026-02-01"))]).toEqual([5, 0]);
  });

  it("share the days of a window among themselves", () => {
    const shares = seasonShares(quarterParts(defaultCalendar), day("2026-03-21"), 30);
    // Ten days are left in March, twenty fall into the first third of the next quarter.
    expect(shares[2]).toBeCloseTo(10 / 30, 12);
    expect(shares[0]).toBeCloseTo(20 / 30, 12);
    expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
  });
});

describe("the season of wins", () => {
  it("holds the wins of each sixth against the days on which deals were open in it", () => {
    const deal = (created: string, ended: string, outcome: "won" | "lost") =>
      ({ created: day(created), ended: day(ended), outcome }) as DealLife;
    const lives = [
      ...Array.from({ length: 30 }, () => deal("2025-12-31", "2026-03-20", "won")),
      deal("2025-12-31", "2026-01-15", "lost"),
      deal("2026-03-31", "2026-04-05", "won"),
    ];
    // By hand: open from the day after they came to the day they ended, 30 x 15 days in each of the first five sixths
    // and 30 x 4 in the last; the lost one 15 days in the first; the one won later is not known of.
    const days = 30 * (5 * 15 + 4) + 15;
    const none = (open: number) => 10 / (10 + (30 * open) / days);
    const season = winSeason(lives, defaultCalendar, day("2026-03-31"));
    const expected = [none(465), none(450), none(450), none(450), none(450), 4 * none(120)];
    expect(season).toEqual(expected.map((one) => expect.closeTo(one, 12)));
  });

  it("is 1 in every sixth while nothing was won", () => {
    expect(winSeason([], defaultCalendar, day("2026-03-31"))).toEqual([1, 1, 1, 1, 1, 1]);
  });
});
