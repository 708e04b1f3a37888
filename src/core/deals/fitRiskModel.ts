import type { Day } from "../calendar/day.ts";
import { chanceOf, logOdds } from "../statistics/logOdds.ts";
import { type Case, ridgeLogistic } from "../statistics/ridgeLogistic.ts";
import type { Deal } from "./deal.ts";
import { dealStatus } from "./dealStatus.ts";
import type { RiskSettings } from "./risk.ts";
import { riskFactorPresent } from "./riskFactor.ts";
import type { RiskModel } from "./riskModel.ts";
import type { StageIndex } from "./stageIndex.ts";

/** Points that stand for one unit of log-odds: from 20 to 85 points lies about what is between 20% and 85%. */
const POINTS_PER_UNIT = 20;
/** The settings' points weigh as much as so many decided deals. */
const PRIOR_DEALS = 20;
/** What one deal that could go either way tells of a coefficient. */
const TOLD = 0.25;
/** Ten percent lie beyond so many standard errors. */
const TENTH = 1.2815515655446004;

/** Days between two looks at a deal while it was open. */
const STEP = 30;

type Judged = { readonly present: readonly (boolean | undefined)[]; readonly isLost: boolean };

type Seen = { readonly rows: Judged[]; readonly deals: number; readonly lost: number };

/**
 * Each decided deal with its factors as far as they are known, once for every month of its life: on any day the open
 * deals are rather those that live long.
 */
function judged(all: readonly Deal[], settings: RiskSettings, stages: StageIndex, asOf: Day): Seen {
  const rows: Judged[] = [];
  let [deals, lost] = [0, 0];
  for (const deal of all) {
    const status = dealStatus(deal, stages.find(deal.pipeline, deal.stage));
    const { createdDate, closeDate } = deal;
    if (status === "open" || closeDate === undefined || closeDate > asOf) continue;
    const isLost = status === "lost";
    deals++;
    lost += Number(isLost);
    const first = Math.floor(createdDate ?? closeDate);
    for (let day = Math.min(closeDate, first + STEP / 2); day <= closeDate; day += STEP) {
      // Days in its last stage say nothing of the stage in which it was at risk.
      const evidence = { asOf: day, benchmarkDays: undefined };
      const present = settings.factors.map(({ id, limit }) =>
        riskFactorPresent(id, deal, evidence, limit),
      );
      rows.push({ present, isLost });
    }
  }
  return { rows, deals, lost };
}

/**
 * Fits the chance of a loss to the decided deals: logistic regression whose coefficients lean on the points of the Risk
 * settings, so that it moves from these to the workbook's own history as deals are decided.
 */
export function fitRiskModel(
  deals: readonly Deal[],
  settings: RiskSettings,
  stages: StageIndex,
  asOf: Day,
  version: number,
): RiskModel {
  const { rows, deals: decided, lost } = judged(deals, settings, stages, asOf);
  // All rows together count as much as the deals that they tell of.
  const weight = rows.length === 0 ? 0 : decided / rows.length;
  const factors = settings.factors.map(({ id, points }, at) => {
    const known = weight * rows.filter(({ present }) => present[at] !== undefined).length;
    const having = weight * rows.filter(({ present }) => present[at]).length;
    return {
      id,
      prior: points / POINTS_PER_UNIT,
      mean: having / (known + PRIOR_DEALS),
      deals: Math.round(known),
    };
  });
  const base = factors.reduce(
    (sum, { prior, mean }) => sum + prior * mean,
    logOdds(settings.base / 100),
  );
  const cases = rows.map(({ present, isLost }): Case => {
    const inputs: [number, number][] = [];
    let offset = base;
    factors.forEach(({ prior, mean }, at) => {
      if (present[at] === undefined || prior === 0) return;
      const value = Number(present[at]) - mean;
      inputs.push([at, value]);
      offset += prior * value;
    });
    return { inputs, weight, outcome: Number(isLost), offset };
  });
  // What the settings' base says counts as if so many average deals had ended that way.
  cases.push({ inputs: [], weight: PRIOR_DEALS, outcome: chanceOf(base), offset: base });
  const fit = ridgeLogistic(
    cases,
    factors.map(() => PRIOR_DEALS * TOLD),
  );
  return {
    version,
    trainedAsOf: asOf,
    intercept: base + fit.intercept,
    deals: decided,
    lost,
    coefficients: factors.map((factor, at) => {
      const coefficient = factor.prior + (fit.coefficients[at] ?? 0);
      const error = factor.prior === 0 ? 0 : TENTH * Math.sqrt(fit.variances[at + 1] ?? 0);
      return { ...factor, coefficient, low: coefficient - error, high: coefficient + error };
    }),
  };
}
