import type { DealRisk } from "./dealRisk.ts";
import type { RiskFactor } from "./risk.ts";

export type PresentFactor = {
  readonly factor: RiskFactor;
  readonly points: number;
  /** The deal's score with this one factor gone and all else as it is. */
  readonly without: number;
  /** What the fitted model says it adds to the log-odds of a loss. */
  readonly logOdds?: number;
  /** What of the deal's standing raises a fitted risk, where that and no fact calls for the factor's action. */
  readonly standing?: string;
};

/** The factors that make a deal risky, the heaviest first, each with the score that remains once it is dealt with. */
export function topRiskFactors({ score, cap, factors }: DealRisk): readonly PresentFactor[] {
  if (score === undefined) return [];
  const uncapped = score - cap;
  const present: PresentFactor[] = [];
  for (const { factor, points } of factors) {
    if (points === undefined || points <= 0) continue;
    present.push({ factor, points, without: Math.min(score, uncapped - points) });
  }
  return present.sort((a, b) => b.points - a.points);
}
