import type { Deal } from "../deals/deal.ts";
import type { ScoredDeal } from "./winScorer.ts";

const whole = (moment: number | undefined) =>
  moment === undefined ? undefined : Math.floor(moment);

/** What a chance of winning is told from, of a deal as it stands. */
export function winDeal(deal: Deal): ScoredDeal {
  return {
    pipeline: deal.pipeline,
    stage: deal.stage,
    created: whole(deal.createdDate),
    stageEntered: whole(deal.stageEntered),
    closeDate: deal.closeDate,
    amount: deal.amount,
    pushes: deal.pushCount,
    lastActivity: whole(deal.lastActivity),
    owner: deal.owner,
    segment: deal.segment,
    source: deal.leadSource,
    type: deal.type,
    product: deal.product,
    probability: deal.probability,
  };
}
