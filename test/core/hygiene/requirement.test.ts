import { expect, it } from "vitest";
import { stageIndex } from "../../../src/core/deals/stageIndex.ts";
import { appliesFrom } from "../../../src/core/hygiene/requirement.ts";
import { defaultSettings } from "../../../src/settings/defaultSettings.ts";

const stages = stageIndex(defaultSettings.stages);
const at = (name: string) => {
  const stage = stages.find(undefined, name);
  return { status: stage?.status ?? ("open" as const), stage, deal: { stage: name } };
};

it("asks from its stage on, closed deals by their own outcome, every open deal when it names no stage", () => {
  const from = appliesFrom("Discovery", stages);
  expect(["Lead", "Discovery", "Proposal", "Closed Won"].map((name) => from(at(name)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  const lost = appliesFrom("Closed Lost", stages);
  expect(["Proposal", "Closed Won", "Closed Lost"].map((name) => lost(at(name)))).toEqual([
    false,
    false,
    true,
  ]);
  const always = appliesFrom(" ", stages);
  expect(["Lead", "Closed Won"].map((name) => always(at(name)))).toEqual([true, false]);
});

it("asks deals of a stage that the settings do not know when it has the same name", () => {
  const from = appliesFrom("Security review", stages);
  expect(from(at("security-review"))).toBe(true);
  expect(from(at("Proposal"))).toBe(false);
});
