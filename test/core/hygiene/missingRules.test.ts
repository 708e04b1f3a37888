import { describe, expect, it } from "vitest";
import { missingRules } from "../../../src/core/hygiene/missingRules.ts";
import { findIn } from "./ruleCase.ts";

const find = (id: string, deal: object, change = {}) => findIn(missingRules, id, deal, change);

describe("missing rules", () => {
  it.each([
    ["no_amount", "amount", 5],
    ["no_close_date", "closeDate", 20_000],
    ["no_owner", "owner", "Ana"],
    ["no_next_step", "nextStep", "Call"],
  ])("%s: open deals alone, only when blank", (id, field, value) => {
    expect(find(id, {})).toBeDefined();
    expect(find(id, { [field]: value })).toBeUndefined();
    expect(find(id, { stage: "Closed Won" })).toBeUndefined();
  });

  it("takes spaces for nothing", () => expect(find("no_owner", { owner: "  " })).toBeDefined());

  it("an amount of 0 is there, but not above zero", () => {
    expect(find("no_amount", { amount: 0 })).toBeUndefined();
    expect(find("bad_amount", { amount: 0 })).toBeDefined();
    expect(find("bad_amount", { amount: -1 })).toBeDefined();
    expect(find("bad_amount", {})).toBeUndefined();
  });

  it("a lost deal needs its reason", () => {
    expect(find("no_loss_reason", { stage: "Closed Lost" })).toBeDefined();
    expect(find("no_loss_reason", { stage: "Closed Lost", lossReason: "Price" })).toBeUndefined();
    expect(find("no_loss_reason", {})).toBeUndefined();
  });

  it("names every field that the stage asks for; FALSE and 0 are filled", () => {
    const needs = (field: string, label: string) => ({ field, label, applies: () => true });
    const requirements = [
      needs("competitor", "Competitor"),
      needs("budgetConfirmed", "Budget"),
      needs("discountPct", "Discount"),
    ];
    expect(
      find("required_fields", { budgetConfirmed: false, discountPct: 0 }, { requirements }),
    ).toBe("Missing: Competitor");
    const lists = missingRules.find(({ id }) => id === "required_fields");
    expect(lists?.lacks({ requirements: [] } as never)).toBeDefined();
  });
});
