import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultCalendar } from "../../../src/core/calendar/defaultCalendar.ts";
import { periodFromLabel } from "../../../src/core/calendar/period.ts";
import type { Quota } from "../../../src/core/quota/quota.ts";
import { quotaInPeriod } from "../../../src/core/quota/quotaInPeriod.ts";
import { on } from "../../reports/company.ts";

const ask = (quotas: readonly Quota[], label = "2026-Q2", managers: Record<string, string> = {}) =>
  quotaInPeriod({
    quotas,
    period: periodFromLabel(label, defaultCalendar),
    calendar: defaultCalendar,
    keyOf: (repId) => repId,
    managerOf: (key) => managers[key],
    amountOf: ({ quotaAmount, currency }) => (currency === "XXX" ? undefined : quotaAmount),
  });

const quota = (repId: string, start: string, periodGrain: string, quotaAmount: number): Quota => ({
  repId,
  periodStart: on(start),
  periodGrain,
  quotaAmount,
});

describe("quotaInPeriod", () => {
  it("adds shorter quotas and spreads longer ones by working days", () => {
    const months = ["2026-04-01", "2026-05-01", "2026-06-01", "2026-07-01"];
    expect(ask(months.map((start) => quota("a", start, "month", 10))).total).toBe(30);
    // April 2026 has 22 of the second quarter's 65 working days.
    expect(ask([quota("a", "2026-04-01", "quarter", 65)], "2026-04").total).toBeCloseTo(22, 9);
  });

  it("adds the parts of a year up to the year", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (amount) => {
        const year = [quota("a", "2026-01-01", "year", amount)];
        const parts = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"].map(
          (q) => ask(year, q).total ?? 0,
        );
        expect(parts.reduce((a, b) => a + b, 0) / amount).toBeCloseTo(1, 12);
      }),
    );
  });

  it("leaves out a manager's roll-up at every level, but not a manager whose people have none", () => {
    const rows = [
      quota("rep", "2026-04-01", "quarter", 100),
      quota("boss", "2026-04-01", "quarter", 150),
      quota("chief", "2026-04-01", "quarter", 400),
      quota("other", "2026-04-01", "quarter", 70),
    ];
    const managers = { rep: "boss", boss: "chief", quiet: "other" };
    const found = ask(rows, "2026-Q2", managers);
    expect(found.total).toBe(170);
    expect([...found.rollUps]).toEqual([
      ["boss", 150],
      ["chief", 400],
    ]);
  });

  it("survives managers in a circle", () => {
    const rows = [quota("a", "2026-04-01", "quarter", 1), quota("b", "2026-04-01", "quarter", 2)];
    expect(ask(rows, "2026-Q2", { a: "b", b: "a" }).rollUps.size).toBe(2);
  });

  it("does not count a month and the year that holds it twice", () => {
    const rows = [
      quota("a", "2026-01-01", "year", 1200),
      quota("a", "2026-04-01", "month", 10),
      quota("a", "2026-05-01", "month", 10),
      quota("a", "2026-06-01", "month", 10),
    ];
    expect(ask(rows).total).toBe(30);
  });

  it("counts one forecast type, and leaves out what has no rate", () => {
    const rows = [
      { ...quota("a", "2026-04-01", "quarter", 10), forecastType: "Revenue" },
      { ...quota("b", "2026-04-01", "quarter", 10), forecastType: "Revenue" },
      { ...quota("a", "2026-04-01", "quarter", 99), forecastType: "Quantity" },
      { ...quota("c", "2026-04-01", "quarter", 10), forecastType: "Revenue", currency: "XXX" },
    ];
    const found = ask(rows);
    expect(found.total).toBe(20);
    expect(found.otherTypes).toEqual(["Quantity"]);
    expect(found.unconverted).toHaveLength(1);
  });

  it("has no total without a quota above zero in the period", () => {
    expect(ask([]).total).toBeUndefined();
    expect(ask([quota("a", "2026-04-01", "quarter", 0)]).total).toBeUndefined();
    expect(ask([quota("a", "2025-04-01", "quarter", 5)]).total).toBeUndefined();
  });
});
