import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayFromIso, weekdayOf } from "../../../src/core/calendar/day.ts";
import { defaultCalendar } from "../../../src/core/calendar/defaultCalendar.ts";
import { workingDays } from "../../../src/core/calendar/workingDays.ts";

const day = (iso: string) => dayFromIso(iso)!;

describe("workingDays", () => {
  it("counts both ends and skips holidays", () => {
    // June 2017 on a wall calendar: 22 weekdays, first one a Thursday.
    expect(workingDays(day("2017-06-01"), day("2017-06-30"), defaultCalendar)).toBe(22);
    const holidays = [day("2017-06-05"), day("2017-06-05"), day("2017-06-10")];
    expect(
      workingDays(day("2017-06-01"), day("2017-06-30"), { ...defaultCalendar, holidays }),
    ).toBe(21);
    expect(workingDays(day("2017-06-03"), day("2017-06-04"), defaultCalendar)).toBe(0);
    expect(workingDays(day("2017-06-02"), day("2017-06-01"), defaultCalendar)).toBe(0);
  });

  it("equals a count day by day", () => {
    const start = fc.integer({ min: 0, max: 30000 });
    const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }));
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: -3, max: 400 }),
        weekdays,
        fc.array(start),
        (from, length, workingWeekdays, holidays) => {
          let expected = 0;
          for (let at = from; at <= from + length; at++) {
            if (workingWeekdays.includes(weekdayOf(at)) && !holidays.includes(at)) expected++;
          }
          expect(
            workingDays(from, from + length, { ...defaultCalendar, workingWeekdays, holidays }),
          ).toBe(expected);
        },
      ),
    );
  });
});
