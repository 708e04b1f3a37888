import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayFromIso, dayFromParts } from "../../../src/core/calendar/day.ts";
import { defaultCalendar } from "../../../src/core/calendar/defaultCalendar.ts";
import { seasonalShares } from "../../../src/core/quota/seasonalShares.ts";

const won = (iso: string, amount: number) => ({ day: dayFromIso(iso)!, amount });
const now = dayFromIso("2026-05-10")!;

describe("seasonalShares", () => {
  it("are the shares of the won amount by period of complete past years", () => {
    // By hand: 2024 has 100 + 300, 2025 has 200 + 400; Q1 300 of 1000, Q4 700. 2026 is not over.
    const history = [
      won("2024-01-20", 100),
      won("2024-12-31", 300),
      won("2025-03-31", 200),
      won("2025-10-01", 400),
      won("2026-02-01", 999),
    ];
    expect(seasonalShares(history, "quarter", defaultCalendar, now)).toEqual([0.3, 0, 0, 0.7]);
    const months = seasonalShares(history, "month", defaultCalendar, now)!;
    expect(months).toHaveLength(12);
    expect(months[0]).toBe(0.1);
    expect(months[11]).toBe(0.3);
    expect(seasonalShares(history, "year", defaultCalendar, now)).toEqual([1]);
  });

  it("leave out a first year in whose middle the history begins", () => {
    const history = [won("2024-06-01", 500), won("2025-02-01", 100), won("2025-11-01", 100)];
    expect(seasonalShares(history, "quarter", defaultCalendar, now)).toEqual([0.5, 0, 0, 0.5]);
  });

  it("follow the fiscal year", () => {
    const fiscal = { ...defaultCalendar, startMonth: 4 };
    const history = [won("2024-04-02", 1), won("2025-03-31", 3)];
    expect(seasonalShares(history, "quarter", fiscal, dayFromIso("2025-04-01")!)).toEqual([
      0.25, 0, 0, 0.75,
    ]);
  });

  it("have no answer without a complete year", () => {
    expect(seasonalShares([], "month", defaultCalendar, now)).toBeUndefined();
    expect(seasonalShares([won("2026-01-01", 5)], "month", defaultCalendar, now)).toBeUndefined();
    expect(seasonalShares([won("2025-02-01", 5)], "month", defaultCalendar, now)).toBeUndefined();
  });

  it("always add up to one", () => {
    const day = fc.integer({ min: dayFromParts(2020, 1, 1), max: dayFromParts(2026, 12, 31) });
    const deal = fc.record({ day, amount: fc.integer({ min: 1, max: 1e7 }) });
    const pattern = fc.constantFrom("months" as const, "4-4-5" as const);
    fc.assert(
      fc.property(
        fc.array(deal),
        pattern,
        fc.constantFrom("month" as const, "quarter" as const),
        (history, cut, grain) => {
          const shares = seasonalShares(history, grain, { ...defaultCalendar, pattern: cut }, now);
          if (shares) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});
