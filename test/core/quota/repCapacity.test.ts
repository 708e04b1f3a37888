import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../../src/core/calendar/day.ts";
import { defaultCalendar } from "../../../src/core/calendar/defaultCalendar.ts";
import type { Rep } from "../../../src/core/quota/rep.ts";
import { repCapacity } from "../../../src/core/quota/repCapacity.ts";

const day = (iso: string) => dayFromIso(iso)!;
// June 2026 begins on a Monday and has 22 working days.
const june = (rep: Partial<Rep>, holidays: number[] = []) =>
  repCapacity(rep, day("2026-06-01"), day("2026-06-30"), { ...defaultCalendar, holidays });

describe("repCapacity", () => {
  it("is 1 for somebody fully productive who is always there", () => {
    expect(june({ startDate: day("2020-01-01") })).toBe(1);
  });

  it("counts days away and days before the start as 0, without weekends and holidays", () => {
    // By hand: 11 of June's 22 working days lie in its first 15 dates.
    expect(june({ ptoFrom: day("2026-06-01"), ptoTo: day("2026-06-15") })).toBeCloseTo(11 / 22, 12);
    expect(june({ startDate: day("2026-06-16"), rampOverride: 1 })).toBeCloseTo(11 / 22, 12);
    expect(june({ ptoFrom: day("2026-06-06"), ptoTo: day("2026-06-07") })).toBe(1);
    expect(june({ ptoFrom: day("2026-06-01") }, [day("2026-06-01")])).toBe(1);
    expect(june({ ptoFrom: day("2026-06-02") })).toBeCloseTo(21 / 22, 12);
  });

  it("averages the ramp over the period", () => {
    // Started on 16 March: 30 % until 15 June (11 working days), 60 % after (11).
    expect(june({ startDate: day("2026-03-16") })).toBeCloseTo((11 * 0.3 + 11 * 0.6) / 22, 12);
  });

  it("has no answer for a period without working days", () => {
    expect(repCapacity({}, day("2026-06-06"), day("2026-06-07"), defaultCalendar)).toBeUndefined();
  });
});
