import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../../src/core/calendar/day.ts";
import { defaultCalendar } from "../../../src/core/calendar/defaultCalendar.ts";
import { periodOf } from "../../../src/core/calendar/period.ts";
import { workingDays } from "../../../src/core/calendar/workingDays.ts";

describe("defaultCalendar", () => {
  it("has calendar years and works Monday to Friday", () => {
    const day = dayFromIso("2026-05-13") as number;
    expect(periodOf(day, "year", defaultCalendar)).toMatchObject({
      from: dayFromIso("2026-01-01"),
      to: dayFromIso("2026-12-31"),
    });
    // 11 to 17 May 2026 run from a Monday to a Sunday.
    expect(workingDays(day - 2, day + 4, defaultCalendar)).toBe(5);
  });
});
