import type { DealRisk } from "../deals/dealRisk.ts";
import type { PresentFactor } from "../deals/topRiskFactors.ts";
import { chanceOf } from "../statistics/logOdds.ts";
import type { FittedRisk, RiskModel } from "./riskModel.ts";
import { type RiskFeature, riskFeatureLabels } from "./riskTraits.ts";

/** Below so much log-odds a deal's standing calls for nothing. */
const NOTABLE = 0.1;
/** Fewer than 5 activities in 45 days, and 14 days of silence and more: our own limits. */
const MOST_ACTIVITY = 4;
const LEAST_SILENCE = 3;

const isQuiet = (feature: RiskFeature, rung: number | undefined) =>
  rung !== undefined &&
  ((feature === "activity" && rung <= MOST_ACTIVITY) ||
    (feature === "silence" && rung >= LEAST_SILENCE));

/** A deal that is worked less than others calls for the action of the factor about activity, as far as its risk is raised. */
function quietness(risk: DealRisk, { traits, logOdds }: FittedRisk): PresentFactor | undefined {
  const own = risk.factors.find(({ factor }) => factor.id === "activityDown");
  if (!own || own.factor.points <= 0 || (own.points ?? 0) > 0) return undefined;
  const quiet = traits.find(
    (trait) => (trait.logOdds ?? 0) >= NOTABLE && isQuiet(trait.feature, trait.rung),
  );
  if (quiet?.logOdds === undefined) return undefined;
  const without = 100 * chanceOf(logOdds - quiet.logOdds);
  const standing = `${riskFeatureLabels[quiet.feature]}: ${quiet.level}`;
  return { factor: own.factor, points: 0, without, logOdds: quiet.logOdds, standing };
}

/**
 * What makes a deal risky by the fitted model and can be dealt with, the heaviest first, each with the score that remains
 * once it is: the factors, and little activity, which then is as in the average deal. A factor that the history does not
 * hold against a deal is none.
 */
export function topFitted(
  risk: DealRisk,
  fitted: FittedRisk,
  model: RiskModel,
): readonly PresentFactor[] {
  const { logOdds, score } = fitted;
  if (score === undefined) return [];
  const known = new Map(model.coefficients.map(({ id, coefficient }) => [id, coefficient]));
  const present: PresentFactor[] = [];
  for (const { factor, points } of risk.factors) {
    const coefficient = known.get(factor.id) ?? 0;
    if (points === undefined || points <= 0 || coefficient <= 0) continue;
    const without = 100 * chanceOf(logOdds - coefficient);
    present.push({ factor, points, without, logOdds: coefficient });
  }
  const quiet = quietness(risk, fitted);
  if (quiet) present.push(quiet);
  return present.sort((a, b) => a.without - b.without);
}
