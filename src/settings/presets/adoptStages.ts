import type { DealChange } from "../../core/deals/deal.ts";
import type { Stage } from "../../core/pipeline/stage.ts";
import type { MergedStages } from "./insertStages.ts";
import { mergeStages, type SeenStage } from "./mergeStages.ts";
import { blueprintStages, stagePreset } from "./stagePresets.ts";

const spelt = (stages: readonly Stage[]) =>
  JSON.stringify(stages.map(({ basis, ...stage }) => [...Object.values(stage), basis ?? ""]));

/**
 * What the stages become when data of a source arrives: stages that nobody has changed yet give way to the source's
 * preset, and stages that the data shows are added. The same array when nothing changes.
 */
export function adoptStages(
  current: readonly Stage[],
  source: string | undefined,
  fromCrm: readonly SeenStage[],
  changes?: () => readonly DealChange[],
): MergedStages {
  const preset = stagePreset(source);
  const untouched = preset !== blueprintStages && spelt(current) === spelt(blueprintStages);
  return mergeStages(untouched ? preset : current, fromCrm, changes);
}
