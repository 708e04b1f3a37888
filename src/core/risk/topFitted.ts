import type { DealRisk } from "../deals/dealRisk.ts";
import type { PresentFactor } from "../deals/topRiskFactors.ts";
import { chanceOf } from "../statistics/logOdds.ts";
import type { FittedRisk, RiskModel } from "./riskModel.ts";

/**
 * The factors that make a deal risky by the fitted model, the heaviest first, each with the score that remains once it is
 * dealt with. One that the history does not hold against a deal is none.
 */
export function topFitted(
  risk: DealRisk,
  { logOdds, score }: FittedRisk,
  model: RiskModel,
): readonly PresentFactor[] {
  if (score === undefined) return [];
  const known = new Map(model.coefficients.map(({ id, coefficient }) => [id, coefficient]));
  const present: PresentFactor[] = [];
  for (const { factor, points } of risk.factors) {
    const coefficient = known.get(factor.id) ?? 0;
    if (points === undefined || points <= 0 || coefficient <= 0) continue;
    const without = 100 * chanceOf(logOdds - coefficient);
    present.push({ factor, points, without, logOdds: coefficient });
  }
  return present.sort((a, b) => a.without - b.without);
}
