import { describe, expect, it } from "vitest";
import { homeCurrency } from "../../../src/core/money/homeCurrency.ts";

describe("homeCurrency", () => {
  it("is the setting where there is one", () => expect(homeCurrency("usd", ["EUR"])).toBe("USD"));
  it("is the commonest otherwise, the first by code when equal", () => {
    expect(homeCurrency(undefined, ["EUR", "gbp", "GBP", undefined])).toBe("GBP");
    expect(homeCurrency(" ", ["GBP", "EUR"])).toBe("EUR");
  });
  it("is unknown when nothing names one", () =>
    expect(homeCurrency(undefined, [undefined, ""])).toBeUndefined());
});
