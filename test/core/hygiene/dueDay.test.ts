import { describe, expect, it } from "vitest";
import { defaultCalendar } from "../../../src/core/calendar/defaultCalendar.ts";
import { dueDay } from "../../../src/core/hygiene/dueDay.ts";
import { on } from "../../reports/company.ts";

describe("dueDay", () => {
  // 15 May 2026 is a Friday; 25 May 2026 a Monday.
  it("counts working days after the day", () => {
    expect(dueDay(on("2026-05-15"), 3, defaultCalendar)).toBe(on("2026-05-20"));
    expect(dueDay(on("2026-05-16"), 1, defaultCalendar)).toBe(on("2026-05-18"));
    expect(dueDay(on("2026-05-15"), 0, defaultCalendar)).toBe(on("2026-05-15"));
  });

  it("skips holidays", () => {
    const calendar = { ...defaultCalendar, holidays: [on("2026-05-25")] };
    expect(dueDay(on("2026-05-22"), 1, calendar)).toBe(on("2026-05-26"));
  });

  it("ends even where nobody ever works", () => {
    expect(dueDay(on("2026-05-15"), 3, { ...defaultCalendar, workingWeekdays: [] })).toBe(
      on("2026-05-18"),
    );
  });
});
