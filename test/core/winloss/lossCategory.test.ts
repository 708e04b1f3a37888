import { expect, it } from "vitest";
import { lossCategory } from "../../../src/core/winloss/lossCategory.ts";

// The wordings of Salesforce's standard loss reasons, of HubSpot exports and of everyday fields, sorted by hand.
it.each([
  ["Lost to Competitor", "Competitive"],
  ["Competitor", "Competitive"],
  ["Price", "Competitive"],
  ["Product Fit", "Competitive"],
  ["Missing feature", "Competitive"],
  ["No Decision / Non-Responsive", "No decision"],
  ["no_decision", "No decision"],
  ["No Budget / Lost Funding", "No decision"],
  ["Budget cut", "No decision"],
  ["Timing", "No decision"],
  ["Lost Interest", "No decision"],
  ["Went dark", "No decision"],
  ["Built in-house", "Internal"],
  ["Champion left", "Internal"],
  ["Internal reorganisation", "Internal"],
  ["Other", "Other"],
  ["Duplicate", "Other"],
])("%s", (reason, category) => {
  expect(lossCategory(reason)).toBe(category);
});

it("says nothing about a blank", () => {
  expect(lossCategory(undefined)).toBeUndefined();
  expect(lossCategory("  ")).toBeUndefined();
});
