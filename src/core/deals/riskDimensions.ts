import type { DealRisk } from "./dealRisk.ts";
import type { RiskDimension } from "./risk.ts";

/** The dimensions in which risk factors are grouped, in the order in which they are shown. */
export const riskDimensions: readonly RiskDimension[] = [
  "engagement",
  "competitive",
  "organisational",
  "timeline",
  "process",
];

export type RiskProfile = {
  /** 0-100: points of the factors present among those that could be judged; undefined when none could be. */
  readonly dimensions: Readonly<Record<RiskDimension, number | undefined>>;
  /** 0-1: how much of what all factors could weigh was known. Unknown is neither good nor bad. */
  readonly confidence: number | undefined;
};

/** A deal's risk by dimension, and beside it how much of it rests on data. Factors of 0 points are switched off. */
export function riskProfile({ factors }: Pick<DealRisk, "factors">): RiskProfile {
  const dimensions: Partial<Record<RiskDimension, number | undefined>> = {};
  let [all, known] = [0, 0];
  for (const dimension of riskDimensions) {
    let [present, possible] = [0, 0];
    for (const { factor, points } of factors) {
      if (factor.dimension !== dimension) continue;
      all += factor.points;
      if (points === undefined) continue;
      possible += factor.points;
      present += points;
    }
    known += possible;
    dimensions[dimension] = possible > 0 ? (100 * present) / possible : undefined;
  }
  return {
    dimensions: dimensions as RiskProfile["dimensions"],
    confidence: all > 0 ? known / all : undefined,
  };
}
