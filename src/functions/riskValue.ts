import type { Deal } from "../core/deals/deal.ts";
import { recommendedCategory } from "../core/deals/recommendedCategory.ts";
import type { RiskSettings } from "../core/deals/risk.ts";
import { moneyAtRisk, riskAdjusted } from "../core/deals/riskRates.ts";
import { stakeholderRisk } from "../core/deals/stakeholderRisk.ts";
import { InputError } from "../core/inputError.ts";
import type { ReportOptions } from "../settings/settings.ts";
import type { CustomFunction, Param } from "./customFunction.ts";
import { optionsParam } from "./params/optionsParam.ts";
import { riskSettingsParam } from "./params/riskParams.ts";
import { checkRisk } from "./params/riskScore.ts";

const family = "Deals";
const RATES = "Deal risk analyzer: risk-adjusted close rates 40, 60 and 80 %";
type Numbers = readonly (number | undefined)[];

const column = (name: string, about: string): Param => ({
  name,
  kind: "number",
  takes: "paired",
  about,
});
const amount = (name: string, about: string): Param => ({
  name,
  kind: "number",
  unit: "currency",
  about,
});
const scoreParam: Param = {
  name: "risk",
  kind: "number",
  unit: "points 0-100",
  optional: true,
  default: "unknown, which takes nothing away",
  about: "The deal's risk, such as the result of DEAL_RISK",
};
const optionalFlag = (name: string, about: string): Param => ({
  name,
  kind: "boolean",
  optional: true,
  default: "unknown, which adds nothing",
  about,
});

/** Close rates given as high, medium, low, or those of the settings. */
function withRates(settings: RiskSettings, rates: readonly number[] | undefined): RiskSettings {
  if (rates === undefined) return settings;
  const [highRate, mediumRate, lowRate, ...more] = rates;
  if (
    highRate === undefined ||
    mediumRate === undefined ||
    lowRate === undefined ||
    more.length > 0
  ) {
    throw new InputError(
      `rates holds ${rates.length} values; expected three, for high, medium and low risk`,
    );
  }
  return { ...settings, highRate, mediumRate, lowRate };
}

export const riskValueFunctions: readonly CustomFunction[] = [
  {
    name: "RISK_ADJUSTED",
    family,
    shape: "aggregate",
    about: "What open deals bring by their risk: amounts times the close rate of each risk level.",
    params: [
      { ...column("amounts", "The column of the deals' amounts"), unit: "currency" },
      {
        ...column("risk_scores", "The column of their risk, such as the result of DEAL_RISK"),
        unit: "score 0-100",
      },
      {
        name: "rates",
        kind: "fraction",
        unit: "fraction 0-1",
        optional: true,
        default: "40%, 60%, 80%, or those of the Risk settings",
        about: "Close rates at high, medium and low risk, in this order",
      },
      riskSettingsParam,
    ],
    returns: "An amount. Deals without an amount or a risk are left out; blank when none is left.",
    errors: [
      "A cell that is no number.",
      "A risk outside of 0 to 100.",
      "Columns of different heights.",
      "Other than three rates.",
    ],
    example: { formula: "=RISK_ADJUSTED({8.4; 11.2; 14.8}, {70; 50; 20})", result: 21.92 },
    source: RATES,
    compute: (
      amounts: Numbers,
      scores: Numbers,
      rates: readonly number[] | undefined,
      settings: RiskSettings,
    ) => {
      scores.forEach((score, row) => {
        checkRisk(`row ${row + 1} of risk_scores`, score, settings);
      });
      return riskAdjusted(amounts, scores, withRates(settings, rates));
    },
  },
  {
    name: "MONEY_AT_RISK",
    family,
    shape: "rows",
    about:
      "What a deal's weighted value loses by its risk: amount x probability x (1 - close rate of its risk level / close rate at low risk).",
    params: [
      amount("amount", "Amounts of the deals"),
      {
        name: "probability",
        kind: "fraction",
        unit: "fraction 0-1",
        about: "Their probabilities by stage, before any risk is looked at",
      },
      { name: "risk", kind: "number", unit: "points 0-100", about: "Their risk by DEAL_RISK" },
      riskSettingsParam,
    ],
    returns: "An amount; 0 at low risk. Blank where one of the three is.",
    errors: [
      "A single value that is no number.",
      "A single risk outside of 0 to 100.",
      "Columns of different heights.",
    ],
    example: { formula: "=MONEY_AT_RISK(100000, 0.6, 70)", result: 30000 },
    source: `${RATES}; the ratio of the rates is our own reading`,
    compute: (value: number, probability: number, risk: number, settings: RiskSettings) => {
      checkRisk("risk", risk, settings);
      return moneyAtRisk(value, probability, risk, settings);
    },
  },
  {
    name: "RECOMMENDED_CATEGORY",
    family,
    shape: "rows",
    about:
      "The forecast category that a deal's probability earns as far as its risk allows: Commit only at low risk, Best Case at low or medium risk, Pipeline at most at high risk.",
    params: [
      {
        name: "probability",
        kind: "fraction",
        unit: "fraction 0-1",
        about: "Probabilities of the deals, such as the result of WIN_PROBABILITY",
      },
      scoreParam,
      optionsParam("Commit from 90%, Best Case from 70%, Pipeline from 50%"),
      riskSettingsParam,
    ],
    returns: "Commit, Best Case, Pipeline or Omitted.",
    errors: [
      "A single value that is no share between 0 and 1.",
      "A single risk outside of 0 to 100.",
      "Columns of different heights.",
    ],
    example: { formula: "=RECOMMENDED_CATEGORY(0.92, 50)", result: "Best Case" },
    source: "Pipeline tool's automatic categories by probability and health",
    compute: (
      probability: number,
      risk: number | undefined,
      options: ReportOptions,
      settings: RiskSettings,
    ) => {
      checkRisk("risk", risk, settings);
      const { commitFrom: commit, bestCaseFrom: bestCase, pipelineFrom: pipeline } = options;
      return recommendedCategory(probability, risk, { commit, bestCase, pipeline }, settings);
    },
  },
  {
    name: "STAKEHOLDER_RISK",
    family,
    shape: "rows",
    about:
      "Risk points of a deal that are about people: fewer than 3 contacts 10, no economic buyer met 30, champion left 28, activity down by more than 60% 15.",
    params: [
      {
        name: "contacts",
        kind: "number",
        unit: "people",
        range: [0],
        optional: true,
        default: "unknown, which adds nothing",
        about: "Number of contacts of the deal",
      },
      optionalFlag("economic_buyer_met", "TRUE when the economic buyer was met"),
      optionalFlag("champion_left", "TRUE when the champion left"),
      {
        name: "activity_change",
        kind: "number",
        unit: "fraction",
        range: [-1],
        optional: true,
        default: "unknown, which adds nothing",
        about: "Change of activity against the weeks before; -0.7 is 70% less",
      },
      riskSettingsParam,
    ],
    returns: "Points, at most the cap of 100. Blank when nothing is known.",
    errors: ["A single value that cannot be read.", "Columns of different heights."],
    example: { formula: "=STAKEHOLDER_RISK(2, FALSE, FALSE)", result: 40 },
    source: "Deal risk analyzer, points of the four factors about people",
    compute: (
      contactCount: Deal["contactCount"],
      economicBuyerMet: Deal["economicBuyerMet"],
      championLeft: Deal["championLeft"],
      activityChange: Deal["activityChange"],
      settings: RiskSettings,
    ) =>
      stakeholderRisk({ contactCount, economicBuyerMet, championLeft, activityChange }, settings),
  },
];
