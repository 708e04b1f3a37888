import { describe, expect, it } from "vitest";
import type { DealChange } from "../../../src/core/deals/deal.ts";
import { pushCounts } from "../../../src/core/hygiene/pushCount.ts";
import { on } from "../../reports/company.ts";
import { csv, day, moment } from "../../reports/dataSets.ts";

describe("pushCounts", () => {
  it("counts moves to a later day, whatever the order of the rows", () => {
    const rows = [
      { opportunityId: "a", changedAt: 3, closeDate: 40 },
      { opportunityId: "a", changedAt: 1, closeDate: 20 },
      { opportunityId: "a", changedAt: 2, closeDate: 30 },
      { opportunityId: "a", changedAt: 4, closeDate: 35 },
      { opportunityId: "b", changedAt: 1, closeDate: 20 },
      { opportunityId: "c", changedAt: 1 },
    ];
    expect([...pushCounts(rows, 10)]).toEqual([
      ["a", 2],
      ["b", 0],
    ]);
    expect(pushCounts(rows, 2).get("a")).toBe(1);
  });

  it("puts rows of one moment in the order that ends as the deal stands, also on a day before later ones", () => {
    const early = { opportunityId: "a", changedAt: 1, closeDate: 20 };
    const late = { opportunityId: "a", changedAt: 1, closeDate: 30 };
    const count = (rows: readonly DealChange[], closeDate: number, asOf = 10) =>
      pushCounts(rows, asOf, [{ opportunityId: "a", closeDate }]).get("a");
    for (const rows of [
      [early, late],
      [late, early],
    ]) {
      expect(count(rows, 30)).toBe(1);
      expect(count(rows, 20)).toBe(0);
    }
    const pulled = { opportunityId: "a", changedAt: 5, closeDate: 10 };
    expect(count([early, late, pulled], 10, 3)).toBe(1);
  });

  it("reads a field history with its old and new value", () => {
    const row = {
      opportunityId: "a",
      field: "CloseDate",
      fromValue: "2026-01-31",
      toValue: "2026-03-31",
    };
    const other = {
      opportunityId: "a",
      field: "Amount",
      fromValue: "1",
      toValue: "2",
      closeDate: undefined,
    };
    const rows = [
      { ...row, changedAt: 1 },
      { ...other, changedAt: 2 },
    ];
    expect(pushCounts(rows, 5).get("a")).toBe(1);
  });

  it.skipIf(!process.env.REVOPS_DATA)(
    "finds the 512 deals of sales_wave that were ever pushed",
    () => {
      const rows = csv("sales_wave/OpportunityHistory.csv").map((l) => ({
        opportunityId: l["Opportunity.External_Id__c"] ?? "",
        changedAt: moment(l.CreatedDate__c) ?? 0,
        closeDate: day(l.CloseDate__c),
      }));
      const pushed = [...pushCounts(rows, on("2018-01-01")).values()].filter((count) => count > 0);
      // The number was published with the data, counted by other means.
      expect(pushed.length).toBe(512);
    },
  );
});
