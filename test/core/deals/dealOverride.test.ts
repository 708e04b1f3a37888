import { describe, expect, it } from "vitest";
import { countsOn, heldDeal } from "../../../src/core/deals/dealOverride.ts";

const deal = {
  opportunityId: "D1",
  amount: 100,
  amountConverted: 120,
  closeDate: 20_000,
  probability: 0.4,
  forecastCategory: "Pipeline",
};

describe("heldDeal", () => {
  it("takes what the person says and leaves the rest and the deal itself as they are", () => {
    const before = { ...deal };
    const held = heldDeal(deal, { opportunityId: "D1", closeDate: 20_100, category: "Commit" });
    expect(held).toEqual({ ...deal, closeDate: 20_100, forecastCategory: "Commit" });
    expect(deal).toEqual(before);
    expect(heldDeal(deal, { opportunityId: "D1" })).toEqual(deal);
  });

  it("drops the amount that the CRM converted along with the amount it was converted from", () => {
    const held = heldDeal(deal, { opportunityId: "D1", amount: 0, probability: 0 });
    expect(held).toMatchObject({ amount: 0, probability: 0 });
    expect(held.amountConverted).toBeUndefined();
  });
});

describe("countsOn", () => {
  const override = { opportunityId: "D1", amount: 5, expires: 20_000 };
  it.each([
    [override, 20_000, true],
    [override, 20_001, false],
    [override, undefined, false],
    [{ opportunityId: "D1", amount: 0 }, undefined, true],
    [{ opportunityId: "D1", reason: "Says nothing" }, 1, false],
  ] as const)("%j on day %s: %s", (given, day, counts) => {
    expect(countsOn(given, day)).toBe(counts);
  });
});
