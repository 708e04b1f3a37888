import { expect, it } from "vitest";
import { stageProposals, withMeasured } from "../../../src/core/probability/stageProposals.ts";
import { stageRates } from "../../../src/core/probability/stageRates.ts";
import type { StageRate } from "../../../src/core/probability/winModel.ts";
import { chanceInterval } from "../../../src/core/probability/winScorer.ts";
import { blueprintStages } from "../../../src/settings/presets/stagePresets.ts";
import { LAST, someLives } from "./someLives.ts";

const rate = (stage: string, ever: number, deals: number): StageRate => ({
  pipeline: "",
  stage,
  chances: [0, 0, 0, ever],
  low: ever - 0.05,
  high: ever + 0.05,
  deals,
  won: Math.round(ever * deals),
});

it("sets what was measured beside what is stated, for open stages with decided deals alone", () => {
  const found = stageProposals(blueprintStages, [
    rate("", 0.4, 100),
    rate("negotiation", 0.714, 50),
    rate("Proposal", 0.5, 60),
    rate("Lead", 0.2, 0),
    rate("Elsewhere", 0.3, 10),
  ]);
  expect(found.map(({ stage, measured, deals }) => [stage.stage, measured, deals])).toEqual([
    ["Proposal", 0.5, 60],
    ["Negotiation", 0.71, 50],
  ]);
  expect(found[1]?.low).toBeCloseTo(0.664, 12);
  const changed = withMeasured(blueprintStages, found);
  expect(changed.find(({ stage }) => stage === "Negotiation")?.probability).toBe(0.71);
  expect(changed.find(({ stage }) => stage === "Lead")).toEqual(
    blueprintStages.find(({ stage }) => stage === "Lead"),
  );
});

it("counts CRM stages together that are one row of the settings", () => {
  const stages = blueprintStages.map((stage) =>
    stage.stage === "Proposal" ? { ...stage, crmValues: ["Quote sent"] } : stage,
  );
  const [found] = stageProposals(stages, [rate("Proposal", 0.6, 30), rate("Quote sent", 0.4, 10)]);
  // (30 x 0.6 + 10 x 0.4) / 40
  expect(found?.measured).toBe(0.55);
  expect([found?.low, found?.high]).toEqual(chanceInterval(0.55, 40));
});

it("measures the probabilities that deals were made by: about eight intervals in ten hold them", () => {
  let [held, all] = [0, 0];
  for (let seed = 1; seed <= 60; seed++) {
    for (const { stage, low, high } of stageRates(someLives(250, 1000 * seed + 7), LAST)) {
      // 0.5 x 0.6 of all deals, and so of those in Discovery, are won; of those in Proposal 0.6.
      const truth = stage === "Proposal" ? 0.6 : 0.3;
      all++;
      held += Number(low <= truth && truth <= high);
    }
  }
  // 180 intervals of which two in three are nearly independent: 80% give or take 8.
  expect(held / all).toBeGreaterThan(0.7);
  expect(held / all).toBeLessThan(0.9);
});
