import type { Day } from "../calendar/day.ts";
import { daysInStage } from "./daysInStage.ts";
import type { Deal } from "./deal.ts";
import { dealAge } from "./dealAge.ts";
import type { RiskFactorId } from "./risk.ts";

/** What a risk factor is judged by beside the deal itself. */
export type RiskEvidence = {
  /** Undefined: everything that depends on time is unknown. */
  readonly asOf: Day | undefined;
  /** Usual days in the deal's stage. */
  readonly benchmarkDays: number | undefined;
  /** How the Stages settings call the deal's stage. */
  readonly stageName?: string | undefined;
};

const NO_COMPETITOR = /^(no|none|false|0|no competitors?|not applicable|n\/?a)$/i;

/** The discount as the deal states it, else what its amount is below its list amount. */
export function discountOf(deal: Deal): number | undefined {
  if (deal.discountPct !== undefined) return deal.discountPct;
  const { listAmount, amount } = deal;
  return listAmount !== undefined && listAmount > 0 && amount !== undefined
    ? (listAmount - amount) / listAmount
    : undefined;
}

/** Days in the stage as a multiple of the stage's benchmark. */
function stageRatio(deal: Deal, { asOf, benchmarkDays }: RiskEvidence): number | undefined {
  if (asOf === undefined || deal.stageEntered === undefined || !benchmarkDays) return undefined;
  const days = daysInStage(deal.stageEntered, asOf);
  return days === undefined ? undefined : days / benchmarkDays;
}

const above = (value: number | undefined, limit: number) =>
  value === undefined ? undefined : value > limit;
const negated = (value: boolean | undefined) => (value === undefined ? undefined : !value);

/** Each factor's question with the limit that holds where the settings leave it blank: true, false, or undefined for unknown. */
const QUESTIONS: Readonly<
  Record<
    RiskFactorId,
    (deal: Deal, evidence: RiskEvidence, limit: number | undefined) => boolean | undefined
  >
> = {
  economicBuyer: (deal) => negated(deal.economicBuyerMet),
  championLeft: (deal) => deal.championLeft,
  age: (deal, { asOf }, limit = 90) =>
    deal.createdDate === undefined
      ? undefined
      : above(dealAge(deal.createdDate, undefined, asOf), limit),
  competitor: (deal) =>
    deal.competitor === undefined ? undefined : !NO_COMPETITOR.test(deal.competitor.trim()),
  stageTime: (deal, evidence, limit = 1.5) => above(stageRatio(deal, evidence), limit),
  activityDown: (deal, _evidence, limit = 0.6) =>
    deal.activityChange === undefined ? undefined : above(-deal.activityChange, limit),
  discount: (deal, _evidence, limit = 0.15) => above(discountOf(deal), limit),
  technicalConcern: (deal) => deal.pocIssue,
  contacts: (deal, _evidence, limit = 3) =>
    deal.contactCount === undefined ? undefined : deal.contactCount < limit,
  budget: (deal) => negated(deal.budgetConfirmed),
};

/** Whether a risk factor is present; undefined when the deal's data cannot tell. Limits are strict: exactly 90 days is not above 90. */
export function riskFactorPresent(
  id: RiskFactorId,
  deal: Deal,
  evidence: RiskEvidence,
  limit: number | undefined,
): boolean | undefined {
  return QUESTIONS[id](deal, evidence, limit);
}
