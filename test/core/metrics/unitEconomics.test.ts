import { describe, expect, it } from "vitest";
import { lifetimeValue, paybackMonths, ratioOf } from "../../../src/core/metrics/unitEconomics.ts";

describe("unit economics", () => {
  it("add up month by month: what an account of 100 a month at 70 % brings while 5 % of such leave a year", () => {
    // Accounts that are left after each year, all gross profit of the year before counted: a geometric series.
    let [left, value] = [1, 0];
    for (let year = 0; year < 2000; year++) {
      value += left * 1200 * 0.7;
      left *= 0.95;
    }
    expect(lifetimeValue(100, 0.7, 0.05)).toBeCloseTo(value, 6);
  });

  it("pay back in the month in which gross profit has caught up", () => {
    let [months, earned] = [0, 0];
    while (earned < 15_600) {
      earned += 2500 * 0.78;
      months++;
    }
    expect(paybackMonths(15_600, 2500, 0.78)).toBeCloseTo(months, 12);
    expect(paybackMonths(0, 2500, 0.78)).toBe(0);
  });

  it("are not known without a base above zero", () => {
    expect(lifetimeValue(100, 0.7, 0)).toBeUndefined();
    expect(paybackMonths(100, 0, 0.7)).toBeUndefined();
    expect(paybackMonths(100, 50, 0)).toBeUndefined();
    expect(ratioOf(1, -1)).toBeUndefined();
    expect(ratioOf(-1, 2)).toBe(-0.5);
  });
});
