import type { Day } from "../calendar/day.ts";
import { chanceOf } from "../statistics/logOdds.ts";
import type { DealRisk } from "./dealRisk.ts";
import type { RiskFactorId } from "./risk.ts";

/** How much a factor adds to the log-odds of a loss. */
type RiskCoefficient = {
  readonly id: RiskFactorId;
  readonly coefficient: number;
  /** 80% interval. */
  readonly low: number;
  readonly high: number;
  /** The share of deals that have it, leaning on none. */
  readonly mean: number;
  /** What the points of the Risk settings say. */
  readonly prior: number;
  /** Decided deals of which it was known. */
  readonly deals: number;
};

/** What fitting the deal risk wrote down. */
export type RiskModel = {
  readonly version: number;
  readonly trainedAsOf: Day;
  /** Log-odds of a loss for the average deal. */
  readonly intercept: number;
  /** Decided deals it was trained on, and those lost of them. */
  readonly deals: number;
  readonly lost: number;
  readonly coefficients: readonly RiskCoefficient[];
};

export type FittedRisk = {
  /** 100 x the chance of a loss. Undefined when no factor could be judged. */
  readonly score: number | undefined;
  readonly base: number;
  /** Log-odds by factor, in the order of the risk's; with the base they add up. Undefined: the data cannot tell. */
  readonly parts: readonly (number | undefined)[];
  readonly logOdds: number;
};

/** A deal's risk by the fitted model. An unknown factor counts as in the average deal. */
export function fittedRisk(model: RiskModel, risk: DealRisk): FittedRisk {
  const known = new Map(model.coefficients.map((one) => [one.id, one]));
  const parts = risk.factors.map(({ factor, points }) => {
    const one = known.get(factor.id);
    if (points === undefined) return undefined;
    return one ? one.coefficient * (Number(points > 0) - one.mean) : 0;
  });
  const logOdds = parts.reduce<number>((sum, part) => sum + (part ?? 0), model.intercept);
  const score = risk.score === undefined ? undefined : 100 * chanceOf(logOdds);
  return { score, base: model.intercept, parts, logOdds };
}
