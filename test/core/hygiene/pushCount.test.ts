import { describe, expect, it } from "vitest";
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
