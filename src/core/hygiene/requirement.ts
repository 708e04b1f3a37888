import type { Deal } from "../deals/deal.ts";
import { plainText, type StageIndex } from "../deals/stageIndex.ts";
import type { DealStanding } from "../deals/standing.ts";

/** A field that a deal must have filled, open or closed, from some stage on. */
export type Requirement = {
  readonly field: keyof Deal & string;
  readonly label: string;
  readonly applies: (standing: WhereDeal) => boolean;
};

/** What of a deal's standing decides which fields it needs. */
export type WhereDeal = Pick<DealStanding, "status" | "stage"> & {
  readonly deal: Pick<Deal, "stage">;
};

/** From its stage on: in that stage and every later open one; a closed stage asks deals of its own outcome. */
export function appliesFrom(
  stageName: string,
  stages: StageIndex,
): (standing: WhereDeal) => boolean {
  if (stageName.trim() === "") return ({ status }) => status === "open";
  const stage = stages.find(undefined, stageName);
  const wanted = plainText(stageName);
  return ({ status, stage: at, deal }) => {
    if (plainText(deal.stage ?? "") === wanted) return true;
    if (stage === undefined) return false;
    if (stage.status !== "open") return status === stage.status;
    return status === "open" && at !== undefined && at.order >= stage.order;
  };
}
