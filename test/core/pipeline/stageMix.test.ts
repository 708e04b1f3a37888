import { expect, it } from "vitest";
import { stageMix } from "../../../src/core/pipeline/stageMix.ts";
import { blueprintStages } from "../../../src/settings/presets/stagePresets.ts";

const named = (name: string) => blueprintStages.find(({ stage }) => stage === name);

it("shares the open value out over early, mid and late stages", () => {
  const { rows, leftOut } = stageMix([
    { stage: named("Lead"), amount: 30 },
    { stage: named("Qualified"), amount: 20 },
    { stage: named("Proposal"), amount: 40 },
    { stage: named("Negotiation"), amount: 10 },
    { stage: named("Negotiation"), amount: undefined },
    { stage: named("Closed Won"), amount: 500 },
    { stage: undefined, amount: 7 },
  ]);
  expect(rows).toEqual([
    { group: "early", deals: 2, amount: 50, share: 0.5 },
    { group: "mid", deals: 1, amount: 40, share: 0.4 },
    { group: "late", deals: 2, amount: 10, share: 0.1 },
  ]);
  expect(leftOut).toBe(1);
});

it("has no shares of nothing", () => {
  expect(stageMix([]).rows.map(({ share }) => share)).toEqual([undefined, undefined, undefined]);
});
