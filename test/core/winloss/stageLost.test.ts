import { expect, it } from "vitest";
import type { DealChange } from "../../../src/core/deals/deal.ts";
import { dealHistory } from "../../../src/core/history/dealHistory.ts";
import { stageLost } from "../../../src/core/winloss/stageLost.ts";
import { defaultSettings } from "../../../src/settings/defaultSettings.ts";
import { stages } from "../../reports/company.ts";

/** Stage moves as `day: from > to`, of a deal created on day 1 that is lost now. */
function lostFrom(...moves: string[]): string | undefined {
  const changes = moves.map((move): DealChange => {
    const [day = "", fromValue = "", toValue = ""] = move.split(/[:>]/).map((part) => part.trim());
    return { opportunityId: "a", changedAt: Number(day), field: "Stage", fromValue, toValue };
  });
  const deal = { opportunityId: "a", createdDate: 1, stage: "Closed Lost", closeDate: 9 };
  const { options } = defaultSettings;
  const { lifeOf } = dealHistory({ deals: [deal], changes, stages, options, asOf: 20 });
  return stageLost(lifeOf("a"));
}

it("is the last stage in which the deal was open", () => {
  expect(lostFrom("3: Discovery > Proposal", "8: Proposal > Closed Lost")).toBe("Proposal");
  // Reopened for a while: the last time counts.
  expect(
    lostFrom(
      "3: Discovery > Closed Lost",
      "5: Closed Lost > Negotiation",
      "8: Negotiation > Closed Lost",
    ),
  ).toBe("Negotiation");
});

it("is told of a stage that the deal came into and left on one day", () => {
  expect(lostFrom("3.2: Discovery > Proposal", "3.7: Proposal > Closed Lost")).toBe("Proposal");
  // Lost on the day it was created.
  expect(lostFrom("1.5: Discovery > Closed Lost")).toBe("Discovery");
});

it("is unknown for a deal that only its end is known of", () => {
  expect(lostFrom()).toBeUndefined();
  expect(lostFrom("8: > Closed Lost")).toBeUndefined();
  expect(stageLost([])).toBeUndefined();
});
