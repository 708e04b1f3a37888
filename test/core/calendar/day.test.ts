import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMonths,
  dayFromIso,
  dayFromParts,
  daysInMonth,
  isoFromDay,
  isoFromMoment,
  isRealDate,
  partsOfDay,
  weekdayOf,
} from "../../../src/core/calendar/day.ts";

// Oracle: the platform's own Date in UTC.
const utc = (day: number) => new Date(day * 86_400_000);
const anyDay = fc.integer({ min: -200_000, max: 200_000 });

describe("day", () => {
  it("counts from 1970-01-01 and agrees with Date in UTC", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = utc(day);
        const parts = {
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          date: date.getUTCDate(),
        };
        expect(partsOfDay(day)).toEqual(parts);
        expect(dayFromParts(parts.year, parts.month, parts.date)).toBe(day);
        expect(weekdayOf(day)).toBe(((date.getUTCDay() + 6) % 7) + 1);
      }),
    );
  });

  it("carries months and dates outside their range over", () => {
    expect(isoFromDay(dayFromParts(2025, 13, 1))).toBe("2026-01-01");
    expect(isoFromDay(dayFromParts(2025, 0, 31))).toBe("2024-12-31");
    expect(isoFromDay(dayFromParts(2025, 3, 0))).toBe("2025-02-28");
  });

  it("reads ISO text back and refuses dates that do not exist", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200_000 }), (day) => {
        expect(dayFromIso(isoFromDay(day))).toBe(day);
      }),
    );
    expect(dayFromIso("2025-02-29")).toBeUndefined();
    expect(dayFromIso("2025-2-9")).toBeUndefined();
    expect(isRealDate(2024, 2, 29)).toBe(true);
    expect(isRealDate(2024, 13, 1)).toBe(false);
    expect(daysInMonth(1900, 2)).toBe(28);
    expect(daysInMonth(2000, 2)).toBe(29);
  });

  it("writes the time of a moment to the second, rounding up over midnight", () => {
    const day = dayFromParts(2026, 1, 31);
    expect(isoFromMoment(day)).toBe("2026-01-31");
    expect(isoFromMoment(day + 0.5)).toBe("2026-01-31 12:00:00");
    expect(isoFromMoment(day + (14 * 3600 + 5 * 60 + 9) / 86400)).toBe("2026-01-31 14:05:09");
    expect(isoFromMoment(day + 0.999999)).toBe("2026-02-01");
  });

  it("adds months and stays inside a shorter month", () => {
    expect(isoFromDay(addMonths(dayFromParts(2025, 1, 31), 1))).toBe("2025-02-28");
    expect(isoFromDay(addMonths(dayFromParts(2025, 3, 31), -13))).toBe("2024-02-29");
  });
});
