import { describe, expect, it } from "vitest";
import { headingOfMoney } from "../../../src/tables/reading/headingCurrency.ts";

describe("headingOfMoney", () => {
  it.each([
    ["Amount (EUR)", "Amount", "EUR"],
    ["amount_usd", "amount", "USD"],
    ["Deal Value in GBP", "Deal Value", "GBP"],
    ["Betrag €", "Betrag", "EUR"],
    ["Value [chf]", "Value", "CHF"],
    ["Amount ($)", "Amount", undefined],
  ])("takes %s apart", (heading, rest, currency) => {
    expect(headingOfMoney(heading)).toEqual({ rest, currency });
  });

  it.each([
    "Amount",
    "USD",
    "(EUR)",
    "Amount EURO",
    "Total usdc",
    "Deal Size USD M",
    "Currency",
    "",
  ])("leaves %j whole", (heading) => {
    expect(headingOfMoney(heading)).toBeUndefined();
  });
});
