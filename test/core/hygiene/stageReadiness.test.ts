import { expect, it } from "vitest";
import type { Deal } from "../../../src/core/deals/deal.ts";
import { stageIndex } from "../../../src/core/deals/stageIndex.ts";
import { appliesFrom, type Requirement } from "../../../src/core/hygiene/requirement.ts";
import { stageEvidence, stageReadiness } from "../../../src/core/hygiene/stageReadiness.ts";
import { defaultSettings } from "../../../src/settings/defaultSettings.ts";

const stages = stageIndex(defaultSettings.stages);
const need = (field: Requirement["field"], stage: string): Requirement => ({
  field,
  label: field,
  applies: appliesFrom(stage, stages),
});
const needs = [
  need("nextStep", ""),
  need("accountName", "Qualified"),
  need("budgetConfirmed", "Proposal"),
  need("champion", "Proposal"),
  need("paymentTerms", "Closed Won"),
];
const deal: Deal = { opportunityId: "1", stage: "Discovery", accountName: "Acme", champion: " " };

it("looks at the fields of the next stage; no is as good as blank there", () => {
  expect(
    stageReadiness({ ...deal, budgetConfirmed: false }, stages, needs, () => true),
  ).toMatchObject({
    stage: { stage: "Proposal" },
    missing: ["nextStep", "budgetConfirmed", "champion"],
    unknown: [],
    looked: 4,
  });
});

it("does not judge columns that are not there", () => {
  const found = stageReadiness(deal, stages, needs, (field) => field === "accountName");
  expect(found).toMatchObject({
    missing: [],
    unknown: ["nextStep", "budgetConfirmed", "champion"],
    looked: 1,
  });
});

it("asks the stage a deal stands in for its own fields, and the last open one for those of won deals", () => {
  expect(stageEvidence(deal, stages, needs, () => true)?.missing).toEqual(["nextStep"]);
  const last = stageReadiness({ ...deal, stage: "Negotiation" }, stages, needs, () => true);
  expect(last).toMatchObject({ stage: { status: "won" }, missing: ["paymentTerms"] });
});

it("says nothing of closed deals and unknown stages", () => {
  expect(
    stageReadiness({ ...deal, stage: "Closed Won" }, stages, needs, () => true),
  ).toBeUndefined();
  expect(stageReadiness({ ...deal, stage: "Mystery" }, stages, needs, () => true)).toBeUndefined();
});
