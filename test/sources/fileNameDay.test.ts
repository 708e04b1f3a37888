import { expect, it } from "vitest";
import { isoFromDay } from "../../src/core/calendar/day.ts";
import { fileNameDay } from "../../src/sources/fileNameDay.ts";

it.each([
  ["hubspot-crm-exports-all-deals-2026-11-13.csv", "2026-11-13"],
  ["Opportunities_20261113.xlsx", "2026-11-13"],
  ["deals 2026.11.13 (2).csv", "2026-11-13"],
  ["deals_2024_02_29.csv/Sheet1", "2024-02-29"],
  ["2026-11-13/2026-11-13.csv", "2026-11-13"],
])("%s is the export of %s", (file, day) => {
  expect(isoFromDay(fileNameDay(file)?.day ?? 0)).toBe(day);
});

it.each([
  "deals.csv",
  // Day or month first can be read in two ways.
  "deals-11-12-2026.csv",
  // From and to: which of them is the export's day is not said.
  "deals-2025-01-01-to-2025-12-31.csv",
  // No such day, and a number that is longer than a date.
  "deals-2025-02-30.csv",
  "report-120251231.csv",
  "deals-2026-11_13.csv",
])("%s tells no day", (file) => {
  expect(fileNameDay(file)).toBeUndefined();
});
