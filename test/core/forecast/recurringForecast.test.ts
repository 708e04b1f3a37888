import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recurringForecast } from "../../../src/core/forecast/recurringForecast.ts";

const cohort = (amount: number, churn: number, contraction: number, expansion: number) => ({
  amount,
  churn,
  contraction,
  expansion,
});

describe("recurring revenue", () => {
  it("compounds at 1 - churn - contraction + expansion", () => {
    const periods = recurringForecast([cohort(1000, 0.05, 0.03, 0.12)], 12);
    expect(periods[11]!.closing).toBeCloseTo(1000 * 1.04 ** 12, 8);
    expect(periods[0]).toMatchObject({ churned: 50, contracted: 30, expanded: 120, added: 0 });
  });

  it("lets new business churn from the period after", () => {
    // By hand: 1000 -> 900 + 100 = 1000 -> 900 + 100
    const periods = recurringForecast([cohort(1000, 0.1, 0, 0)], 2, 100);
    expect(periods.map(({ closing }) => closing)).toEqual([1000, 1000]);
    expect(recurringForecast([cohort(0, 0.1, 0, 0.2)], 2, 50)[1]!.closing).toBeCloseTo(105, 12);
  });

  it("bridges opening to closing every period, over cohorts", () => {
    const rate = fc.double({ min: 0, max: 0.5, noNaN: true });
    const cohorts = fc.array(fc.tuple(fc.integer({ min: 0, max: 1e6 }), rate, rate, rate), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(cohorts, fc.integer({ min: 0, max: 1000 }), (given, added) => {
        let opening = given.reduce((sum, [amount]) => sum + amount, 0);
        const of = given.map(([amount, ...rates]) => cohort(amount, ...rates));
        for (const one of recurringForecast(of, 6, added)) {
          const bridged = opening - one.churned - one.contracted + one.expanded + one.added;
          expect(one.closing).toBeCloseTo(bridged, 4);
          opening = one.closing;
        }
      }),
    );
  });
});
