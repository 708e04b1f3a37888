import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayFromIso, weekdayOf } from "../../../src/core/calendar/day.ts";
import { callsCountFrom } from "../../../src/core/forecast/callWeek.ts";

const on = (iso: string) => dayFromIso(iso) ?? Number.NaN;

describe("the week of calls", () => {
  it.each([
    // The 11th of May 2026 is a Monday; calls due on Mondays.
    ["2026-05-11", 1, "2026-05-05"],
    ["2026-05-15", 1, "2026-05-05"],
    ["2026-05-17", 1, "2026-05-05"],
    ["2026-05-18", 1, "2026-05-12"],
    // Due on Fridays: on Thursday the 14th the last due day was the 8th.
    ["2026-05-14", 5, "2026-05-02"],
    ["2026-05-15", 5, "2026-05-09"],
  ])("of %s with weekday %i begins on %s", (asOf, weekday, first) => {
    expect(callsCountFrom(on(asOf), weekday)).toBe(on(first));
  });

  it("begins the day after a due day, one to two weeks back", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: 1, max: 7 }),
        (day, due) => {
          const first = callsCountFrom(day, due);
          expect(weekdayOf(first - 1)).toBe(due);
          expect(day - first).toBeGreaterThanOrEqual(6);
          expect(day - first).toBeLessThanOrEqual(12);
        },
      ),
    );
  });
});
