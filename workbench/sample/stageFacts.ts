import { stagePreset } from "../../src/settings/presets/stagePresets.ts";
import type { Version } from "./story.ts";
import { LOST, openStages, WON } from "./truth.ts";

/** A stage as the sample company's CRM has it: Salesforce's own names and numbers, which its truth does not follow. */
export type StageFacts = {
  readonly name: string;
  readonly probability: number;
  readonly category: string;
};

const preset = new Map(stagePreset("salesforce").map((stage) => [stage.stage, stage]));

function factsOf(name: string): StageFacts {
  const stage = preset.get(name);
  return {
    name,
    probability: Math.round((stage?.probability ?? 0) * 100),
    category: stage?.category ?? "Pipeline",
  };
}

const open = openStages.map(factsOf);
const won = factsOf(WON);
const lost = factsOf(LOST);

export function stageFacts(stage: Version["stage"]): StageFacts {
  if (stage === "won") return won;
  return stage === "lost" ? lost : (open[stage] ?? lost);
}
