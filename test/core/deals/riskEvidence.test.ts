import { expect, it } from "vitest";
import { dayFromParts } from "../../../src/core/calendar/day.ts";
import type { Deal } from "../../../src/core/deals/deal.ts";
import type { RiskFactorId } from "../../../src/core/deals/risk.ts";
import { riskEvidence } from "../../../src/core/deals/riskEvidence.ts";

const evidence = { asOf: dayFromParts(2026, 5, 1), benchmarkDays: 10 };
const created = dayFromParts(2026, 1, 1);

it.each<[RiskFactorId, Partial<Deal>, string]>([
  ["economicBuyer", {}, "Economic Buyer Met is no, nobody is named"],
  ["economicBuyer", { economicBuyer: "Ann Lee" }, "Economic Buyer Met is no (Ann Lee)"],
  ["championLeft", { champion: "Bo" }, "Champion Left is yes (Bo)"],
  ["championLeft", {}, "Champion Left is yes"],
  // January, February, March and April 2026 have 31 + 28 + 31 + 30 = 120 days.
  ["age", { createdDate: created }, "Created 2026-01-01, 120 days ago; limit 90"],
  ["competitor", { competitor: "Rival" }, "Competitor: Rival"],
  [
    "stageTime",
    { stage: "Proposal", stageEntered: dayFromParts(2026, 4, 1) },
    "Proposal since 2026-04-01, 30 days; 1.5 x 10 is the limit",
  ],
  ["activityDown", { activityChange: -0.75 }, "Activity down 75%; limit 60%"],
  ["discount", { listAmount: 200, amount: 150 }, "Discount 25%; limit 15%"],
  ["technicalConcern", {}, "POC Issue is yes"],
  ["contacts", { contactCount: 1 }, "1 contact; fewer than 3"],
  ["budget", {}, "Budget Confirmed is no"],
])("%s: %o", (id, deal, text) => {
  expect(riskEvidence({ id, limit: undefined }, { opportunityId: "1", ...deal }, evidence)).toBe(
    text,
  );
});
