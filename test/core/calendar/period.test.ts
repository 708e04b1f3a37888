import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayFromIso, isoFromDay } from "../../../src/core/calendar/day.ts";
import { defaultCalendar } from "../../../src/core/calendar/defaultCalendar.ts";
import type {
  FiscalCalendar,
  FiscalPattern,
  Grain,
} from "../../../src/core/calendar/fiscalCalendar.ts";
import { periodFromLabel, periodOf } from "../../../src/core/calendar/period.ts";
import { InputError } from "../../../src/core/inputError.ts";

const day = (iso: string) => dayFromIso(iso)!;
const span = (label: string, calendar: FiscalCalendar) => {
  const { from, to } = periodFromLabel(label, calendar);
  return [isoFromDay(from), isoFromDay(to)];
};

const february: FiscalCalendar = { ...defaultCalendar, startMonth: 2 };
const lastSaturdayOfSeptember: FiscalCalendar = {
  ...defaultCalendar,
  startMonth: 10,
  pattern: "4-4-5",
  weekStart: 7,
};

describe("periodFromLabel", () => {
  it("reads calendar quarters, months and years", () => {
    expect(span("2017-Q2", defaultCalendar)).toEqual(["2017-04-01", "2017-06-30"]);
    expect(span("2016-02", defaultCalendar)).toEqual(["2016-02-01", "2016-02-29"]);
    expect(span("FY2017", defaultCalendar)).toEqual(["2017-01-01", "2017-12-31"]);
  });

  it("names a fiscal year by the year it ends in", () => {
    expect(span("FY2018", february)).toEqual(["2017-02-01", "2018-01-31"]);
    // A year alone is the fiscal one, whose days the title says.
    expect(span("2018", february)).toEqual(["2017-02-01", "2018-01-31"]);
    expect(periodFromLabel("2018", february)).toMatchObject({
      label: "FY2018",
      title: expect.stringContaining("Feb 2017-Jan 2018"),
    });
    expect(span("2018-Q1", february)).toEqual(["2017-02-01", "2017-04-30"]);
    expect(span("2018-Q4", february)).toEqual(["2017-11-01", "2018-01-31"]);
    expect(span("2018-01", february)).toEqual(["2018-01-01", "2018-01-31"]);
    expect(span("2017-02", february)).toEqual(["2017-02-01", "2017-02-28"]);
  });

  it("spells periods out", () => {
    expect(periodFromLabel("2017-Q2", defaultCalendar).title).toBe("Q2 2017, Apr-Jun 2017");
    expect(periodFromLabel("2018-Q4", february).title).toBe("Q4 FY2018, Nov 2017-Jan 2018");
    expect(periodFromLabel("2017-06", defaultCalendar).title).toBe("Jun 2017");
  });

  it("ends years of weeks where Apple's annual reports end them (last Saturday of September)", () => {
    // Form 10-K of each year; fiscal 2017 and 2023 had 53 weeks.
    const ends = [
      "2016-09-24",
      "2017-09-30",
      "2018-09-29",
      "2019-09-28",
      "2020-09-26",
      "2021-09-25",
      "2022-09-24",
      "2023-09-30",
      "2024-09-28",
    ];
    ends.forEach((end, index) => {
      expect(span(`FY${2016 + index}`, lastSaturdayOfSeptember)[1]).toBe(end);
    });
  });

  it("ends the quarters of a 52-week year where Apple's fiscal 2018 reports end them", () => {
    const ends = ["2017-12-30", "2018-03-31", "2018-06-30", "2018-09-29"];
    expect([1, 2, 3, 4].map((q) => span(`2018-Q${q}`, lastSaturdayOfSeptember)[1])).toEqual(ends);
  });

  it("puts the 53rd week into the last month", () => {
    // Weeks counted on a paper calendar: 2016-09-25 + 48 weeks = 2017-08-27, then 5 + 1 weeks.
    const weeks = { "4-4-5": 6, "4-5-4": 5, "5-4-4": 5 };
    for (const [pattern, count] of Object.entries(weeks)) {
      const { from, to } = periodFromLabel("2017-09", {
        ...lastSaturdayOfSeptember,
        pattern: pattern as FiscalPattern,
      });
      expect((to - from + 1) / 7).toBe(count);
    }
    expect(span("2017-09", lastSaturdayOfSeptember)).toEqual(["2017-08-20", "2017-09-30"]);
  });

  it.each(["2017-13", "2017-Q5", "", "next quarter"])("refuses %j", (label) => {
    expect(() => periodFromLabel(label, defaultCalendar)).toThrow(InputError);
  });
});

describe("periodOf", () => {
  const calendars = fc.record({
    startMonth: fc.integer({ min: 1, max: 12 }),
    weekStart: fc.integer({ min: 1, max: 7 }),
    pattern: fc.constantFrom<FiscalPattern>("months", "4-4-5", "4-5-4", "5-4-4"),
  });
  const days = fc.integer({ min: day("1990-01-01"), max: day("2060-12-31") });
  const grains = fc.constantFrom<Grain>("month", "quarter", "year");

  it("holds the day, round-trips through its label and meets its neighbours without a gap", () => {
    fc.assert(
      fc.property(calendars, days, grains, (part, date, grain) => {
        const calendar = { ...defaultCalendar, ...part };
        const period = periodOf(date, grain, calendar);
        expect(period.from).toBeLessThanOrEqual(date);
        expect(period.to).toBeGreaterThanOrEqual(date);
        expect(periodFromLabel(period.label, calendar)).toEqual(period);
        expect(periodOf(period.from, grain, calendar)).toEqual(period);
        const next = periodOf(period.to + 1, grain, calendar);
        expect(next.from).toBe(period.to + 1);
        expect(next.label).not.toBe(period.label);
      }),
      { numRuns: 1000 },
    );
  });

  it("makes years of 52 or 53 weeks", () => {
    fc.assert(
      fc.property(calendars, days, (part, date) => {
        const pattern = part.pattern === "months" ? "4-4-5" : part.pattern;
        const { from, to } = periodOf(date, "year", { ...defaultCalendar, ...part, pattern });
        expect([364, 371]).toContain(to - from + 1);
      }),
    );
  });

  it("takes a moment of the last day's evening", () => {
    expect(periodOf(day("2017-06-30") + 0.99, "quarter", defaultCalendar).label).toBe("2017-Q2");
  });
});
