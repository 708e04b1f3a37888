import { expect, it } from "vitest";
import { dayFromIso } from "../../../src/core/calendar/day.ts";
import { defaultCalendar } from "../../../src/core/calendar/defaultCalendar.ts";
import { daysInStage } from "../../../src/core/deals/daysInStage.ts";

const friday = dayFromIso("2026-03-06")!;

it("counts days, 0 on the day itself", () => {
  expect(daysInStage(friday, friday)).toBe(0);
  expect(daysInStage(friday + 0.7, friday + 10)).toBe(10);
  expect(daysInStage(friday, friday - 1)).toBeUndefined();
});

it("counts working days with a calendar", () => {
  // From Friday 6 to Monday 16 March 2026: 9-13 March and the 16th.
  expect(daysInStage(friday, friday + 10, defaultCalendar)).toBe(6);
  expect(daysInStage(friday, friday + 2, defaultCalendar)).toBe(0);
});
