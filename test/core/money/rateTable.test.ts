import { describe, expect, it } from "vitest";
import { currencyCode, rateOn, rateTable } from "../../../src/core/money/rateTable.ts";

const table = rateTable([
  { currency: "EUR", from: 200, rate: 1.2 },
  { currency: " eur ", from: 100, rate: 1.1 },
  { currency: "GBP", from: 150, rate: 1.3 },
]);

describe("rateOn", () => {
  it("is the newest rate that began on or before the day", () => {
    expect(rateOn(table, "EUR", 100)?.rate).toBe(1.1);
    expect(rateOn(table, "EUR", 199)?.rate).toBe(1.1);
    expect(rateOn(table, "eur", 200)?.rate).toBe(1.2);
    expect(rateOn(table, "EUR", 9999)?.rate).toBe(1.2);
  });

  it("never uses a rate before its day, nor another currency's", () => {
    expect(rateOn(table, "EUR", 99)).toBeUndefined();
    expect(rateOn(table, "USD", 500)).toBeUndefined();
  });
});

describe("currencyCode", () => {
  it("is upper case without spaces around", () => expect(currencyCode(" usd ")).toBe("USD"));
});
