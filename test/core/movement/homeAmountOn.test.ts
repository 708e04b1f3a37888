import { describe, expect, it } from "vitest";
import type { DealOnDay } from "../../../src/core/history/dealOnDay.ts";
import { rateTable } from "../../../src/core/money/rateTable.ts";
import { currencyOn, homeAmountOn, homeRateOn } from "../../../src/core/movement/homeAmountOn.ts";

const rates = { home: "USD", rates: rateTable([{ currency: "EUR", from: 5, rate: 1.1 }]) };
const deal = (more: Partial<DealOnDay>) => ({ amount: 10, ...more }) as DealOnDay;

describe("a deal's amount in home currency", () => {
  it("is at the rate of the day, at the rate its snapshot kept, or unknown", () => {
    expect(homeAmountOn(deal({ currency: "EUR" }), rates, 6)).toBe(11);
    expect(homeAmountOn(deal({ currency: "EUR", rate: 1.5 }), rates, 6)).toBe(15);
    expect(homeAmountOn(deal({ currency: "EUR" }), rates, 4)).toBeUndefined();
    expect(homeAmountOn(deal({ amount: undefined }), rates, 6)).toBeUndefined();
    expect(homeRateOn(deal({}), rates, 6)).toBe(1);
  });

  it("has the home currency where it names none", () => {
    expect(
      [undefined, " usd", "eur"].map((currency) => currencyOn(deal({ currency }), rates)),
    ).toEqual(["USD", "USD", "EUR"]);
  });
});
