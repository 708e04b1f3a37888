import type { Day } from "../calendar/day.ts";
import type { Deal } from "../deals/deal.ts";
import type { DealRisk } from "../deals/dealRisk.ts";
import type { RiskFactorId } from "../deals/risk.ts";
import { winDeal } from "../probability/winDeal.ts";
import { chanceOf } from "../statistics/logOdds.ts";
import type { Engagement } from "./activityPast.ts";
import { type RiskFeature, type RiskTrait, riskFeatures, riskTraits } from "./riskTraits.ts";
import { type UsualStay, usualDays } from "./usualStay.ts";

/** The fitted risk is the chance of a loss within so many days: about a quarter. */
export const RISK_DAYS = 90;

/** How much a factor adds to the log-odds of a loss. */
export type RiskCoefficient = {
  readonly id: RiskFactorId;
  readonly coefficient: number;
  /** 80% interval. */
  readonly low: number;
  readonly high: number;
  /** The share of deals that have it, leaning on none. */
  readonly mean: number;
  /** What the points of the Risk settings say. */
  readonly prior: number;
  /** Deals of which it was known. */
  readonly deals: number;
};

/** How much a trait adds to the log-odds of a loss. */
export type RiskTerm = RiskTrait & {
  readonly coefficient: number;
  /** The share of past looks that had it, of those that tell. */
  readonly mean: number;
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
  readonly terms: readonly RiskTerm[];
  readonly usual: readonly UsualStay[];
};

export type FittedRisk = {
  /** 100 x the chance of a loss within 90 days. Undefined when nothing is known. */
  readonly score: number | undefined;
  readonly base: number;
  /** Log-odds by factor, in the order of the risk's; with base and traits they add up. Undefined: the data cannot tell. */
  readonly parts: readonly (number | undefined)[];
  /** Log-odds by feature of the deal's standing. */
  readonly traits: readonly {
    readonly feature: RiskFeature;
    readonly level?: string;
    /** The level's place from low to high, where it has one. */
    readonly rung?: number | undefined;
    readonly logOdds?: number;
  }[];
  readonly logOdds: number;
};

/** A deal's risk by the fitted model on a day. What is unknown counts as in the average deal. */
export function riskScorer(
  model: RiskModel,
): (risk: DealRisk, deal: Deal & Engagement, day: Day | undefined) => FittedRisk {
  const known = new Map(model.coefficients.map((one) => [one.id, one]));
  const terms = new Map(model.terms.map((term) => [`${term.feature}\n${term.level}`, term]));
  const averages = new Map<RiskFeature, number>();
  for (const { feature, coefficient, mean } of model.terms)
    averages.set(feature, (averages.get(feature) ?? 0) + coefficient * mean);
  const usual = usualDays(model.usual);
  return (risk, deal, day) => {
    const parts = risk.factors.map(({ factor, points }) => {
      const one = known.get(factor.id);
      if (points === undefined) return undefined;
      return one ? one.coefficient * (Number(points > 0) - one.mean) : 0;
    });
    const standing = { ...winDeal(deal), recentActivity: deal.recentActivity };
    const found = new Map<RiskFeature, FittedRisk["traits"][number]>();
    for (const { feature, level, rung } of riskTraits(standing, day, usual(standing))) {
      const term = terms.get(`${feature}\n${level}`);
      if (!term) continue;
      const part = term.coefficient - (averages.get(feature) ?? 0);
      found.set(feature, { feature, level, rung, logOdds: part });
    }
    // Silence stands in for the activity of a deal whose activities are not counted.
    if (found.has("activity")) found.delete("silence");
    const traits = riskFeatures.map((feature) => found.get(feature) ?? { feature });
    let logOdds = model.intercept;
    for (const part of parts) logOdds += part ?? 0;
    for (const trait of traits) logOdds += trait.logOdds ?? 0;
    const isKnown = found.size > 0 || parts.some((part) => part !== undefined);
    const score = isKnown ? 100 * chanceOf(logOdds) : undefined;
    return { score, base: model.intercept, parts, traits, logOdds };
  };
}
