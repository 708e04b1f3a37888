import { describe, expect, it } from "vitest";
import { closedPeriods, originsAt, originsOf } from "../../../src/core/backtest/origins.ts";
import { defaultCalendar } from "../../../src/core/calendar/defaultCalendar.ts";
import { periodOf } from "../../../src/core/calendar/period.ts";
import { day, quarter } from "./somePast.ts";

describe("the days of a backtest", () => {
  it("takes the periods that are over, a period's last day included", () => {
    const labels = (on: number) =>
      closedPeriods(on, "quarter", defaultCalendar, 3).map(({ label }) => label);
    expect(labels(day(2024, 6, 29))).toEqual(["2023-Q3", "2023-Q4", "2024-Q1"]);
    expect(labels(day(2024, 6, 30))).toEqual(["2023-Q4", "2024-Q1", "2024-Q2"]);
  });

  it("looks 90, 60, 30 and 7 days before the end and at the end of every week", () => {
    // By the calendar: the second quarter of 2024 has 91 days, 13 weeks
    const origins = originsOf([quarter(2024, 4)]);
    expect(origins.map(({ daysLeft }) => daysLeft)).toEqual([
      90, 84, 77, 70, 63, 60, 56, 49, 42, 35, 30, 28, 21, 14, 7,
    ]);
    expect(origins.flatMap(({ week }) => week ?? [])).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ]);
  });

  it("finds the same point of each period that is long enough", () => {
    const periods = [quarter(2024, 1), quarter(2024, 4)];
    expect(originsAt(periods, 10).map((origin) => origin.day)).toEqual([
      day(2024, 3, 21),
      day(2024, 6, 20),
    ]);
    expect(originsAt(periods, 120)).toEqual([]);
  });

  it("forecasts a February from just before it, and no month from 60 days before", () => {
    const origins = originsOf([periodOf(day(2023, 2, 1), "month", defaultCalendar)]);
    expect(origins[0]).toMatchObject({ day: day(2023, 1, 29), daysLeft: 30, week: undefined });
    expect(origins.map(({ daysLeft }) => daysLeft)).toEqual([30, 21, 14, 7]);
  });
});
