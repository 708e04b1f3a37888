import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../../src/core/calendar/day.ts";
import { defaultCalendar } from "../../../src/core/calendar/defaultCalendar.ts";
import { quotas } from "../../../src/tables/quotas.ts";
import type { Cell } from "../../../src/tables/reading/cell.ts";
import { readTable } from "../../../src/tables/reading/readTable.ts";

const conventions = { decimal: ".", dateOrder: "MDY" } as const;
const read = (rows: readonly (readonly Cell[])[], startMonth = 1) =>
  readTable(quotas, rows, {
    locale: { ...conventions, calendar: () => ({ ...defaultCalendar, startMonth }) },
  });

describe("names of periods in the sheet Quotas", () => {
  const rows: Cell[][] = [
    ["Rep ID", "Period Start", "Quota Amount", "Why"],
    ["r1", "2025-Q2", 100],
    ["r2", "2025-04-01", 90, "moved"],
    ["r3", "FY25 Q3", 80],
    ["r4", 2026, 70],
    ["r5", "Q3", 60],
  ];

  it("become their first day and their length", () => {
    expect(read(rows).rows).toMatchObject([
      { repId: "r1", periodStart: dayFromIso("2025-04-01"), periodGrain: "quarter" },
      { repId: "r2", periodStart: dayFromIso("2025-04-01"), periodGrain: undefined },
      { repId: "r3", periodStart: dayFromIso("2025-07-01"), periodGrain: "quarter" },
      { repId: "r4", periodStart: dayFromIso("2026-01-01"), periodGrain: "year" },
    ]);
  });

  it("follow the fiscal calendar", () => {
    expect(read(rows, 10).rows[0]?.periodStart).toBe(dayFromIso("2025-01-01"));
  });

  it("are refused with the reason when the year is missing", () => {
    expect(read(rows).issues).toMatchObject([
      { row: 6, value: "Q3", rejected: true, remedy: expect.stringContaining("with its year") },
    ]);
  });

  it("keep a length that the row states itself", () => {
    const stated = [
      ["Rep ID", "Period Grain", "Period Start", "Quota Amount"],
      ["r1", "Monthly", "2025-Q2", 100],
    ];
    expect(read(stated).rows[0]?.periodGrain).toBe("Monthly");
  });

  it("are no dates where no calendar is known", () => {
    expect(readTable(quotas, rows, { locale: conventions }).rows).toHaveLength(1);
  });
});
