import { describe, expect, it } from "vitest";
import { standDeals } from "../../../src/core/deals/standing.ts";
import { keepsStatusApart } from "../../../src/core/hygiene/statusApart.ts";
import { asOf, settings } from "../../reports/company.ts";

const apart = (...deals: [stage: string, isClosed: boolean, isWon: boolean][]) =>
  keepsStatusApart(
    standDeals(
      deals.map(([stage, isClosed, isWon], at) => ({
        ...{ opportunityId: String(at), stage, isClosed, isWon },
      })),
      settings,
      asOf,
    ).deals,
  );

describe("keepsStatusApart", () => {
  it("is so where most deals that are over stand in open stages", () => {
    expect(
      apart(["Proposal", true, true], ["Review", true, false], ["Closed Won", true, true]),
    ).toBe(true);
  });

  it("is not so where that is the exception, or nothing is over", () => {
    expect(apart(["Proposal", true, true], ["Closed Won", true, true])).toBe(false);
    expect(apart(["Proposal", false, false])).toBe(false);
    expect(apart()).toBe(false);
  });
});
