import { expect, it } from "vitest";
import { dayFromIso, isoFromDay } from "../../../src/core/calendar/day.ts";
import { defaultCalendar } from "../../../src/core/calendar/defaultCalendar.ts";
import {
  fiscalMonthStarts,
  fiscalYearEnd,
  fiscalYearOf,
} from "../../../src/core/calendar/fiscalYear.ts";

const july = { ...defaultCalendar, startMonth: 8, pattern: "4-4-5" as const, weekStart: 7 };

it("ends years of weeks where Cisco's annual reports end them (last Saturday of July)", () => {
  const ends = {
    2019: "2019-07-27",
    2020: "2020-07-25",
    2021: "2021-07-31",
    2022: "2022-07-30",
    2023: "2023-07-29",
  };
  for (const [year, end] of Object.entries(ends)) {
    expect(isoFromDay(fiscalYearEnd(Number(year), july))).toBe(end);
  }
});

it("gives the days after the last week's end to the next year", () => {
  const day = dayFromIso("2020-07-26")!;
  expect(fiscalYearOf(day, july)).toBe(2021);
  expect(fiscalYearOf(day - 1, july)).toBe(2020);
});

it("starts twelve months, by months on their first days", () => {
  const starts = fiscalMonthStarts(2017, { ...defaultCalendar, startMonth: 4 });
  expect(starts.map(isoFromDay)).toEqual([
    ...[
      "2016-04-01",
      "2016-05-01",
      "2016-06-01",
      "2016-07-01",
      "2016-08-01",
      "2016-09-01",
      "2016-10-01",
    ],
    ...["2016-11-01", "2016-12-01", "2017-01-01", "2017-02-01", "2017-03-01", "2017-04-01"],
  ]);
});
