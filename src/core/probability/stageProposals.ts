import { stageIndex } from "../deals/stageIndex.ts";
import type { Stage } from "../pipeline/stage.ts";
import { EVER, type StageRate } from "./winModel.ts";
import { chanceInterval } from "./winScorer.ts";

/** What a stage's probability is stated to be beside what was measured. */
export type StageProposal = {
  readonly stage: Stage;
  /** In whole percents, as a person would state it. */
  readonly measured: number;
  /** 80% interval of what was measured. */
  readonly low: number;
  readonly high: number;
  /** Decided deals that had been in the stage, and those won of them. */
  readonly deals: number;
  readonly won: number;
};

/** Each open stage that deals were decided from, in the order of the settings. CRM stages of one row count together. */
export function stageProposals(
  stages: readonly Stage[],
  rates: readonly StageRate[],
): StageProposal[] {
  const index = stageIndex(stages);
  const found = new Map<Stage, StageRate[]>();
  for (const rate of rates) {
    const stage = rate.stage === "" ? undefined : index.find(rate.pipeline, rate.stage);
    if (stage?.status === "open" && rate.deals > 0)
      found.set(stage, [...(found.get(stage) ?? []), rate]);
  }
  return index.ordered.flatMap((stage) => {
    const own = found.get(stage);
    if (!own) return [];
    const deals = own.reduce((sum, rate) => sum + rate.deals, 0);
    const won = own.reduce((sum, rate) => sum + rate.won, 0);
    const mean =
      own.reduce((sum, { chances, deals: n }) => sum + n * (chances[EVER] ?? 0), 0) / deals;
    const [only] = own;
    const [low, high] =
      own.length === 1 && only ? [only.low, only.high] : chanceInterval(mean, deals);
    return [{ stage, measured: Math.round(100 * mean) / 100, low, high, deals, won }];
  });
}

/** The stages with the measured probabilities in place of the stated ones. */
export function withMeasured(
  stages: readonly Stage[],
  proposals: readonly StageProposal[],
): Stage[] {
  return stages.map((stage) => {
    const proposal = proposals.find((one) => one.stage === stage);
    return proposal ? { ...stage, probability: proposal.measured } : stage;
  });
}
