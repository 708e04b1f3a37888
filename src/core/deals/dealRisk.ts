import type { Deal } from "./deal.ts";
import type { RiskFactor, RiskSettings, RiskWeight } from "./risk.ts";
import { type RiskEvidence, riskFactorPresent } from "./riskFactor.ts";
import { riskWeights, weighted } from "./riskWeights.ts";

export type DealRisk = {
  /** Base + points of the factors present + cap: between 0 and the cap. Undefined when no factor could be judged. */
  readonly score: number | undefined;
  readonly base: number;
  readonly factors: readonly {
    /** As it counts for this deal. */
    readonly factor: RiskFactor;
    /** Undefined: as it counts in general. */
    readonly weight?: RiskWeight | undefined;
    /** Undefined: the data cannot tell. */
    readonly points: number | undefined;
  }[];
  /** What the cap takes off, 0 or negative. */
  readonly cap: number;
};

/**
 * Additive loss risk, 0-100: a base plus the points of every factor that is present, capped. An unknown factor adds
 * nothing. A factor can have points of its own in the deal's stage or segment. It ranks deals; it is not a probability. Source: additive deal-risk model with base 20 and cap 100.
 */
export function dealRisk(deal: Deal, settings: RiskSettings, evidence: RiskEvidence): DealRisk {
  const weights = riskWeights(settings, deal, evidence.stageName);
  const factors = settings.factors.map((general) => {
    const weight = weights.get(general.id);
    const factor = weight ? weighted(general, weight) : general;
    const present = riskFactorPresent(factor.id, deal, evidence, factor.limit);
    const points = present === undefined ? undefined : present ? factor.points : 0;
    return weight ? { factor, points, weight } : { factor, points };
  });
  const known = factors.some(({ points }) => points !== undefined);
  let total = settings.base;
  for (const { points } of factors) total += points ?? 0;
  const cap = Math.min(0, settings.cap - total);
  return { score: known ? total + cap : undefined, base: settings.base, factors, cap };
}
