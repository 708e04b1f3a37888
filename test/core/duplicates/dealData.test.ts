import { describe, expect, it } from "vitest";
import type { Deal } from "../../../src/core/deals/deal.ts";
import { dealData } from "../../../src/core/duplicates/dealData.ts";
import { groupsFound, searchAll } from "../../../src/core/duplicates/search.ts";

const deal = (opportunityId: string, more: Partial<Deal>): Deal => ({ opportunityId, ...more });
const others = Array.from({ length: 60 }, (_, at) =>
  deal(`o${at}`, {
    opportunityName: `Licence ${at % 7}`,
    accountName: `Firm ${at % 20}`,
    closeDate: 20_000 + at * 17,
    amount: 1000 + at * 37,
    owner: `Rep ${at % 5}`,
  }),
);
const groups = (...deals: Deal[]) => {
  const { search, state } = searchAll(dealData([...others, ...deals]));
  return groupsFound(search, state).filter((group) => group.some((at) => at >= others.length));
};

const first = deal("a", {
  opportunityName: "Acme - Data platform",
  accountName: "Acme Inc",
  closeDate: 20_500,
  amount: 48_000,
  owner: "Ana",
});

describe("dealData", () => {
  it("finds a deal that was entered twice", () => {
    const again = deal("b", {
      ...first,
      opportunityId: "b",
      opportunityName: "Acme: data platfrom",
      closeDate: 20_512,
    });
    expect(groups(first, again)).toEqual([[60, 61]]);
  });

  it("leaves deals with different amounts to a person", () => {
    const other = { ...first, opportunityId: "b", amount: 90_000, closeDate: 20_512 };
    const { state } = searchAll(dealData([...others, first, other]));
    expect(state.links).toContainEqual(
      expect.objectContaining({ a: 60, b: 61, needsPerson: true }),
    );
    expect(groups(first, other)).toEqual([]);
  });

  it("does not take next year's renewal for a duplicate", () => {
    const renewal = { ...first, opportunityName: "Acme renewal 2025" };
    const next = {
      ...renewal,
      opportunityName: "Acme renewal 2026",
      closeDate: 20_865,
      amount: 51_000,
    };
    expect(groups(renewal, next)).toEqual([]);
  });

  it("does not ask about customers who buy the same product again and again from one rep", () => {
    // Sixty customers of one rep each, who buy one of two products a fortnight apart: a like deal means nothing here.
    const again = Array.from({ length: 240 }, (_, at) => {
      const customer = Math.floor(at / 4);
      return deal(`r${at}`, {
        opportunityName: `Firm ${customer} - ${at % 2 === 0 ? "Core" : "Plus"}`,
        accountName: `Firm ${customer}`,
        closeDate: 20_000 + customer * 3 + (at % 4) * 14,
        amount: 5_000 + ((at * 7_919) % 90_000),
        owner: `Rep ${customer % 9}`,
      });
    });
    const [twice] = again;
    if (twice === undefined) throw new Error("no deals");
    const { search, state } = searchAll(dealData([...again, { ...twice, opportunityId: "t" }]));
    expect(state.links.map(({ a, b }) => [a, b])).toEqual([[0, 240]]);
    expect(groupsFound(search, state)).toEqual([[0, 240]]);
  });

  it("finds a deal that was entered twice in data without accounts", () => {
    const nameless = [...others, first, { ...first, opportunityId: "b" }].map(
      ({ accountName: _, ...rest }) => rest,
    );
    const { search, state } = searchAll(dealData(nameless));
    expect(groupsFound(search, state)).toEqual([[60, 61]]);
  });
});
