import { describe, expect, it } from "vitest";
import { dealStandardRules } from "../../../src/core/hygiene/dealStandardRules.ts";
import { findIn } from "./ruleCase.ts";

const find = (id: string, deal: object) => findIn(dealStandardRules, id, deal);

describe("deal standards", () => {
  it("pushed twice or more, and pushed without a reason", () => {
    expect(find("pushed", { pushCount: 1 })).toBeUndefined();
    expect(find("pushed", { pushCount: 2 })).toBe("Pushed 2 times");
    expect(find("silent_push", { pushCount: 1 })).toBe("Pushed 1 time, no reason");
    expect(find("silent_push", { pushCount: 1, pushReason: "Budget" })).toBeUndefined();
    expect(find("silent_push", {})).toBeUndefined();
  });

  it("fewer than three contacts above 50,000", () => {
    expect(find("few_contacts", { amount: 50_001, contactCount: 2 })).toBe("2 contacts");
    expect(find("few_contacts", { amount: 50_000, contactCount: 2 })).toBeUndefined();
    expect(find("few_contacts", { amount: 50_001, contactCount: 3 })).toBeUndefined();
    expect(find("few_contacts", { amount: 50_001 })).toBeUndefined();
  });

  it("more than a tenth off the price proposed", () => {
    const proposal = { listAmount: 200, discountPct: 0.5 };
    expect(find("off_proposal", { ...proposal, amount: 110 })).toBeUndefined();
    expect(find("off_proposal", { ...proposal, amount: 111 })).toBe("Proposed 100");
    expect(find("off_proposal", { ...proposal, amount: 89 })).toBeDefined();
    expect(find("off_proposal", { amount: 89 })).toBeUndefined();
  });
});
