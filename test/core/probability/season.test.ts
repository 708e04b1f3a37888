import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../../src/core/calendar/day.ts";
import { defaultCalendar } from "../../../src/core/calendar/defaultCalendar.ts";
import { modelCalendar, quarterParts, seasonShares } from "../../../src/core/probability/season.ts";

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
