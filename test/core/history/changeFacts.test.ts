import { describe, expect, it } from "vitest";
import { changedField, changeFacts } from "../../../src/core/history/changeFacts.ts";
import { on } from "../../reports/company.ts";

const row = { opportunityId: "a", changedAt: 1 };

describe("a row of the history", () => {
  it("tells the stage when it names no field, and what stands beside it", () => {
    expect(
      changeFacts({
        ...row,
        fromValue: "New",
        toValue: "Won",
        amount: 5,
        fromAmount: 4,
        closeDate: 9,
      }),
    ).toEqual({ set: { stage: "Won", amount: 5, closeDate: 9 }, was: { stage: "New", amount: 4 } });
  });

  it.each([
    ["Amount", "USD 12,000.50", { amount: 12000.5 }],
    ["amount", "-300", { amount: -300 }],
    ["CloseDate", "2026-03-31 00:00:00", { closeDate: on("2026-03-31") }],
    ["OwnerId", " 005A ", { owner: "005A" }],
    ["hs_manual_forecast_category", "COMMIT", { forecastCategory: "COMMIT" }],
    ["Probability", "60", { probability: 0.6 }],
    ["Probability", "0.6", { probability: 0.6 }],
    ["CurrencyIsoCode", "EUR", { currency: "EUR" }],
    ["stage_id", "Proposal", { stage: "Proposal" }],
    ["value", "900", { amount: 900 }],
    ["Closing Date", "2026-03-31", { closeDate: on("2026-03-31") }],
    ["Opportunity Record Type", "Renewals", { pipeline: "Renewals" }],
    ["pipeline_id", "3", { pipeline: "3" }],
    ["Est. Revenue", "1,200", { amount: 1200 }],
    ["Est. Close Date", "2026-03-31", { closeDate: on("2026-03-31") }],
    ["Next Step", "call", {}],
    // A value that cannot be read with certainty changes nothing.
    ["Amount", "twelve", {}],
    ["CloseDate", "03/04/2026", {}],
    ["Probability", "140", {}],
  ])("about %s: %s", (field, toValue, set) => {
    expect(changeFacts({ ...row, field, toValue }).set).toEqual(set);
  });

  it("blanks a field that was cleared, never the stage", () => {
    expect(changeFacts({ ...row, field: "Amount", fromValue: "7" }).set).toEqual({
      amount: undefined,
    });
    expect(changeFacts({ ...row, field: "Stage", fromValue: "New" }).set).toEqual({});
    expect(changedField({ ...row, field: " " })).toBe("stage");
  });
});
