import type { Day } from "../calendar/day.ts";
import type { Activity } from "../deals/activity.ts";
import type { Deal } from "../deals/deal.ts";
import { dealStatus } from "../deals/dealStatus.ts";
import type { RiskSettings } from "../deals/risk.ts";
import type { StageIndex } from "../deals/stageIndex.ts";
import type { DealLife } from "../probability/dealLife.ts";
import { activityToFit } from "./activityPast.ts";
import { fitFacts, timeFactors } from "./fitFacts.ts";
import { fitStanding } from "./fitStanding.ts";
import type { RiskCoefficient, RiskModel, RiskTerm } from "./riskModel.ts";

/** Ten percent lie beyond so many standard errors. */
const TENTH = 1.2815515655446004;

/** What is known of the deals up to the day of the fit. */
export type RiskPast = {
  readonly deals: readonly Deal[];
  readonly lives: readonly DealLife[];
  readonly activities: readonly Activity[];
};

/**
 * Fits the chance of a loss within 90 days to the workbook's own deals: how a deal stood on past days, as
 * history and activities have it, and the facts of the Risk settings, which lean on their points.
 */
export function fitRiskModel(
  { deals, lives, activities }: RiskPast,
  settings: RiskSettings,
  stages: StageIndex,
  asOf: Day,
  version: number,
): RiskModel {
  const byId = new Map(lives.map((life) => [life.id, life]));
  const facts = fitFacts(deals, byId, settings, stages, asOf);
  const activityOf = activityToFit(activities, lives, asOf);
  const standing = fitStanding(lives, settings, stages, asOf, activityOf);
  let [decided, lost] = [0, 0];
  for (const deal of deals) {
    const status = dealStatus(deal, stages.find(deal.pipeline, deal.stage));
    const ended = byId.get(deal.opportunityId)?.ended ?? deal.closeDate;
    if ((status !== "won" && status !== "lost") || ended === undefined || ended > asOf) continue;
    decided++;
    lost += Number(status === "lost");
  }
  const coefficients = settings.factors.map(({ id }, at): RiskCoefficient => {
    const one = timeFactors.has(id) ? standing.factors[at] : facts[at];
    const { coefficient = 0, error = 0, prior = 0, mean = 0, deals: known = 0 } = one ?? {};
    return {
      id,
      coefficient,
      low: coefficient - TENTH * error,
      high: coefficient + TENTH * error,
      mean,
      prior,
      deals: known,
    };
  });
  // What open deals of a stage commonly have is already part of how deals of that stage end.
  const usual = (stage: string) =>
    facts.reduce((sum, { coefficient, excess }) => sum + coefficient * (excess.get(stage) ?? 0), 0);
  let { intercept } = standing;
  const terms = standing.terms.map((term): RiskTerm => {
    if (term.feature !== "stage") return term;
    const common = usual(term.level);
    intercept -= term.mean * common;
    return { ...term, coefficient: term.coefficient - common };
  });
  return {
    version,
    trainedAsOf: asOf,
    intercept,
    deals: decided,
    lost,
    coefficients,
    terms,
    usual: standing.usual,
  };
}
