import { describe, expect, it } from "vitest";
import { isoFromDay } from "../../../src/core/calendar/day.ts";
import { defaultCalendar } from "../../../src/core/calendar/defaultCalendar.ts";
import { periodFromName } from "../../../src/core/calendar/periodName.ts";

const read = (name: string, startMonth = 1) => {
  const period = periodFromName(name, { ...defaultCalendar, startMonth });
  return period && `${period.grain} ${isoFromDay(period.from)}..${isoFromDay(period.to)}`;
};

describe("periodFromName", () => {
  // By the calendar on the wall: quarters of three months, from January.
  it.each([
    ["2025-Q1", "quarter 2025-01-01..2025-03-31"],
    ["Q1 2025", "quarter 2025-01-01..2025-03-31"],
    ["FY25 Q1", "quarter 2025-01-01..2025-03-31"],
    ["Q1 FY25", "quarter 2025-01-01..2025-03-31"],
    ["q4/2024", "quarter 2024-10-01..2024-12-31"],
    ["Q2'25", "quarter 2025-04-01..2025-06-30"],
    ["Quarter 3 2025", "quarter 2025-07-01..2025-09-30"],
    ["2025-03", "month 2025-03-01..2025-03-31"],
    ["2025-3", "month 2025-03-01..2025-03-31"],
    ["03/2025", "month 2025-03-01..2025-03-31"],
    ["Feb 2024", "month 2024-02-01..2024-02-29"],
    ["September  2025", "month 2025-09-01..2025-09-30"],
    ["Dec-25", "month 2025-12-01..2025-12-31"],
    ["FY2025", "year 2025-01-01..2025-12-31"],
    ["FY 25", "year 2025-01-01..2025-12-31"],
    ["2025", "year 2025-01-01..2025-12-31"],
  ])("reads %s", (name, expected) => {
    expect(read(name)).toBe(expected);
  });

  it("takes quarters and years from the fiscal calendar, a year named by the one it ends in", () => {
    // A fiscal year from February: FY2025 runs from February 2024 through January 2025.
    expect(read("FY25 Q1", 2)).toBe("quarter 2024-02-01..2024-04-30");
    expect(read("2025-Q4", 2)).toBe("quarter 2024-11-01..2025-01-31");
    expect(read("FY2025", 2)).toBe("year 2024-02-01..2025-01-31");
    expect(read("2025-03", 2)).toBe("month 2025-03-01..2025-03-31");
  });

  it.each(["Q1", "Q5 2025", "H1 2025", "sometime", "25", "13/2025", "2025-13", "1/2/2025", ""])(
    "does not guess what %j means",
    (name) => {
      expect(read(name)).toBeUndefined();
    },
  );
});
