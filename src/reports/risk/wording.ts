import { RISK_DAYS } from "../../core/risk/riskModel.ts";
import { sayCount, sayDay } from "../parts/words.ts";
import type { RiskBook } from "./riskDeals.ts";

/** How risk and money at risk are called and explained: a fitted risk is a chance, points are none. */
export type RiskWording = {
  /** How money at risk is computed. */
  readonly atRisk: string;
  /** What money at risk is a part of. */
  readonly partOf: "open" | "weighted value";
  /** How is called what deals bring at their risk, and how it is computed. */
  readonly adjusted: string;
  readonly adjustedWords: string;
  /** The end of a sentence that begins with an amount. */
  readonly isAtRisk: string;
  /** What the risk of one deal is. */
  readonly score: string;
  readonly most: number;
  /** How its chance of winning comes from its risk. */
  readonly chance: string;
  readonly note: string;
};

export function riskWording({ model, book }: Pick<RiskBook, "model" | "book">): RiskWording {
  const { risk } = book.request.settings;
  const bands = `high from ${risk.highFrom}, medium from ${risk.mediumFrom}`;
  if (!model) {
    return {
      atRisk: "Amount x probability x (1 - close rate of the risk level / close rate at low risk)",
      partOf: "weighted value",
      adjusted: "At close rates",
      adjustedWords:
        "Amounts times the close rate of their risk level, which stands in the Risk settings.",
      isAtRisk: "of the weighted value is at risk by these scores",
      score:
        "Base plus the points of every factor that is present; the table of factors adds it up.",
      most: risk.cap,
      chance: "Probability by stage x close rate of the risk level / close rate at low risk.",
      note: `Risk ranks deals, 0-${risk.cap}: ${risk.base} plus the points of every factor that is present; ${bands}. It is not a probability of losing; "Fit the deal risk" in the menu makes it one from the deals decided so far. A factor that the data cannot tell adds nothing and lowers the data confidence alone.`,
    };
  }
  return {
    atRisk: `Amount x chance of a loss within ${RISK_DAYS} days (the risk)`,
    partOf: "open",
    adjusted: `Left in ${RISK_DAYS} days`,
    adjustedWords: `Amounts less what of them can be expected to be lost within ${RISK_DAYS} days; some of it will be won by then.`,
    score: `100 x the chance that the deal is lost within ${RISK_DAYS} days; the table of factors adds up its log-odds.`,
    most: 100,
    chance:
      "Odds of the probability by stage, less what the risk factors add to the odds of a loss.",
    isAtRisk: `of it can be expected to be lost within ${RISK_DAYS} days`,
    note: `Risk is 100 x the chance that the deal is lost within ${RISK_DAYS} days, fitted on ${sayCount(model.deals, "decided deal")} up to ${sayDay(model.trainedAsOf)} (sheet Risk Model, version ${model.version}); ${bands}. What the data cannot tell counts as in the average deal and lowers the data confidence alone.`,
  };
}
