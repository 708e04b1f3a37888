import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rateTable } from "../../../src/core/money/rateTable.ts";
import { toHome } from "../../../src/core/money/toHome.ts";

const rates = rateTable([{ currency: "EUR", from: 100, rate: 1.25 }]);

describe("toHome", () => {
  it("multiplies by the rate of the day", () => {
    expect(toHome({ amount: 80, currency: "EUR" }, "USD", rates, 100)).toEqual({
      amount: 100,
      rate: { currency: "EUR", from: 100, rate: 1.25 },
    });
  });

  it("leaves money alone that is home currency or names none", () => {
    expect(toHome({ amount: 80, currency: "usd" }, "USD", rates, 0)).toEqual({ amount: 80 });
    expect(toHome({ amount: 80, currency: undefined }, "USD", rates, 0)).toEqual({ amount: 80 });
    expect(toHome({ amount: 80, currency: " " }, "USD", rates, 0)).toEqual({ amount: 80 });
  });

  it("names the currency that has no rate yet, instead of an amount", () => {
    expect(toHome({ amount: 80, currency: "EUR" }, "USD", rates, 99)).toEqual({
      missingRate: "EUR",
    });
  });

  it("scales with the amount", () => {
    fc.assert(
      fc.property(fc.integer(), (amount) => {
        const one = toHome({ amount, currency: "EUR" }, "USD", rates, 100).amount ?? 0;
        const two = toHome({ amount: 2 * amount, currency: "EUR" }, "USD", rates, 100).amount;
        expect(two).toBe(2 * one);
      }),
    );
  });
});
