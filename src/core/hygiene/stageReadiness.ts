import type { Deal } from "../deals/deal.ts";
import type { StageIndex } from "../deals/stageIndex.ts";
import { nextStage } from "../pipeline/nextStage.ts";
import type { Stage } from "../pipeline/stage.ts";
import type { Requirement, WhereDeal } from "./requirement.ts";

export type Readiness = {
  /** The stage whose fields were looked at. */
  readonly stage: Stage;
  /** Labels of the fields that are blank, or say no. */
  readonly missing: readonly string[];
  /** Labels of the fields whose column the data lacks: nobody can tell. */
  readonly unknown: readonly string[];
  /** How many fields could be looked at. */
  readonly looked: number;
};

const isMissing = (value: unknown) =>
  value === undefined || value === false || (typeof value === "string" && value.trim() === "");

function lookAt(
  deal: Deal,
  stage: Stage,
  requirements: readonly Requirement[],
  has: (field: keyof Deal & string) => boolean,
): Readiness {
  const where: WhereDeal = { status: stage.status, stage, deal: { stage: stage.stage } };
  const wanted = requirements.filter(({ applies }) => applies(where));
  const there = wanted.filter(({ field }) => has(field));
  return {
    stage,
    missing: there.filter(({ field }) => isMissing(deal[field])).map(({ label }) => label),
    unknown: wanted.filter(({ field }) => !has(field)).map(({ label }) => label),
    looked: there.length,
  };
}

/** What an open deal still lacks of the fields that its next stage needs; undefined when its stage is not known. */
export function stageReadiness(
  deal: Deal,
  stages: StageIndex,
  requirements: readonly Requirement[],
  has: (field: keyof Deal & string) => boolean,
): Readiness | undefined {
  const stage = stages.find(deal.pipeline, deal.stage);
  const next = stage?.status === "open" ? nextStage(stage, stages.ordered) : undefined;
  return next && lookAt(deal, next, requirements, has);
}

/** What a deal lacks of the fields that the stage it is in already needs. */
export function stageEvidence(
  deal: Deal,
  stages: StageIndex,
  requirements: readonly Requirement[],
  has: (field: keyof Deal & string) => boolean,
): Readiness | undefined {
  const stage = stages.find(deal.pipeline, deal.stage);
  return stage && lookAt(deal, stage, requirements, has);
}
