import { expect, it } from "vitest";
import { riskEvidenceDay } from "../../../src/core/deals/riskEvidenceDay.ts";

it("is the day since when it is so, else the record's last change", () => {
  const deal = {
    opportunityId: "1",
    createdDate: 10.5,
    stageEntered: 20,
    lastActivity: 30,
    lastModified: 40.9,
  };
  expect(riskEvidenceDay("age", deal)).toBe(10);
  expect(riskEvidenceDay("stageTime", deal)).toBe(20);
  expect(riskEvidenceDay("activityDown", deal)).toBe(30);
  expect(riskEvidenceDay("economicBuyer", deal)).toBe(40);
  expect(riskEvidenceDay("budget", { opportunityId: "1" })).toBeUndefined();
});
