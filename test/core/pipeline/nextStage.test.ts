import { expect, it } from "vitest";
import { stageIndex } from "../../../src/core/deals/stageIndex.ts";
import { nextStage } from "../../../src/core/pipeline/nextStage.ts";
import { defaultSettings } from "../../../src/settings/defaultSettings.ts";

it("goes from stage to stage to won, by order and inside the pipeline", () => {
  const other = { ...defaultSettings.stages[0]!, pipeline: "Partner", stage: "Intro", order: 2.5 };
  const { find, ordered } = stageIndex([...defaultSettings.stages, other].reverse());
  const after = (name: string) => nextStage(find(undefined, name)!, ordered)?.stage;
  expect(["Lead", "Qualified", "Discovery", "Proposal", "Negotiation"].map(after)).toEqual([
    "Qualified",
    "Discovery",
    "Proposal",
    "Negotiation",
    "Closed Won",
  ]);
  expect(nextStage(other, ordered)).toBeUndefined();
});
