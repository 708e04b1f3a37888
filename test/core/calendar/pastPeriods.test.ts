import { describe, expect, it } from "vitest";
import { pastPeriods } from "../../../src/core/calendar/pastPeriods.ts";
import { periodFromLabel } from "../../../src/core/calendar/period.ts";
import { defaultSettings } from "../../../src/settings/defaultSettings.ts";

describe("past periods", () => {
  const { calendar } = defaultSettings;
  it("lie end to end before a period, across years", () => {
    const labels = (label: string, count: number) =>
      pastPeriods(periodFromLabel(label, calendar), count, calendar).map((one) => one.label);
    expect(labels("2026-Q2", 4)).toEqual(["2026-Q1", "2025-Q4", "2025-Q3", "2025-Q2"]);
    expect(labels("2026-01", 2)).toEqual(["2025-12", "2025-11"]);
    expect(labels("FY2026", 1)).toEqual(["FY2025"]);
    const past = pastPeriods(periodFromLabel("2026-Q2", calendar), 4, calendar);
    expect(past.slice(1).map(({ to }) => to + 1)).toEqual(
      past.slice(0, -1).map(({ from }) => from),
    );
  });

  it("hold 13 weeks each in a calendar of weeks", () => {
    const weeks = { ...calendar, pattern: "4-4-5" as const };
    const past = pastPeriods(periodFromLabel("2026-Q4", weeks), 3, weeks);
    expect(past.map(({ from, to }) => to - from + 1)).toEqual([91, 91, 91]);
  });
});
