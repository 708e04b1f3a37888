import type { Day } from "../core/calendar/day.ts";
import type { DealRisk } from "../core/deals/dealRisk.ts";
import { dealRiskLevel } from "../core/deals/dealRiskLevel.ts";
import type { RiskSettings } from "../core/deals/risk.ts";
import { weightWords } from "../core/deals/riskWeights.ts";
import type { Stage } from "../core/pipeline/stage.ts";
import { type FittedRisk, type RiskModel, riskScorer } from "../core/risk/riskModel.ts";
import { riskFeatureLabels, riskFeatures } from "../core/risk/riskTraits.ts";
import { riskFactorLabels } from "../settings/presets/riskFactors.ts";
import { isBlank } from "../tables/reading/cell.ts";
import type { Cells, CustomFunction, FunctionResult, Param } from "./customFunction.ts";
import { riskModelParam } from "./params/riskModelParam.ts";
import { riskDealsParam, riskErrors, riskMoreParams } from "./params/riskParams.ts";
import { type RiskRow, riskRows } from "./params/riskRecords.ts";
import { checkRisk } from "./params/riskScore.ts";

const family = "Deals";
const SOURCE =
  "Deal risk analyzer, additive loss-risk model: base 20, ten factors, cap 100; fitted: chance of a loss within 90 days, ridge logistic regression toward the points";

const [asOfParam, settingsParam, ...otherParams] = riskMoreParams;
const params: readonly Param[] = [
  ...(asOfParam && settingsParam ? [asOfParam, settingsParam] : []),
  riskModelParam,
  ...otherParams,
];

type Arguments = [
  cells: Cells,
  asOf: Day | undefined,
  settings: RiskSettings,
  model: RiskModel | undefined,
  stages: readonly Stage[],
];

type Scored = RiskRow & { readonly score?: number; readonly fitted?: FittedRisk };

function scored(...[cells, asOf, settings, model, stages]: Arguments): Scored[] {
  const riskOf = model && riskScorer(model);
  return riskRows(cells, asOf, settings, stages, model !== undefined).map((row) => {
    const { risk, seen } = row;
    if (!riskOf || !risk || !seen) return { ...row, score: risk?.score };
    const fitted = riskOf(risk, seen.deal, asOf);
    return fitted.score === undefined ? row : { ...row, note: "", score: fitted.score, fitted };
  });
}

/** The levels of scores as DEAL_RISK gives them; what cannot be one is blank, and an error where nothing else is there. */
function levelsOf(cells: Cells, settings: RiskSettings): FunctionResult[][] {
  let wrong: unknown;
  const levels = cells.map((row, at) =>
    row.map((cell) => {
      if (typeof cell !== "number") return undefined;
      try {
        checkRisk(cells.length === 1 ? "deals" : `row ${at + 1} of deals`, cell, settings);
      } catch (error) {
        wrong ??= error;
        return undefined;
      }
      return dealRiskLevel(cell, settings);
    }),
  );
  if (wrong !== undefined && levels.flat().every((level) => level === undefined)) throw wrong;
  return levels;
}

const isScores = (cells: Cells) =>
  cells.every((row) => row.every((cell) => typeof cell === "number" || isBlank(cell)));

const levelOf = (score: number | undefined, settings: RiskSettings) =>
  score === undefined ? undefined : dealRiskLevel(score, settings);

/** Factors that count otherwise than in general, with what they weigh and where. */
const ownWeights = ({ factors }: DealRisk) =>
  factors
    .flatMap(({ factor, weight }) =>
      weight ? [`${riskFactorLabels[factor.id]}: ${factor.points} ${weightWords(weight)}`] : [],
    )
    .join("; ");

function explained(
  { id, risk, note, score, fitted }: Scored,
  settings: RiskSettings,
  features: readonly unknown[],
): FunctionResult[] {
  if (risk === undefined || score === undefined) {
    return [
      id,
      ...[undefined, undefined, undefined],
      ...settings.factors.map(() => undefined),
      ...features.map(() => undefined),
      ...[undefined, undefined, undefined, undefined, undefined, note],
    ];
  }
  const unknown = risk.factors.filter(({ points }) => points === undefined);
  return [
    id,
    score,
    dealRiskLevel(score, settings),
    fitted ? fitted.base : risk.base,
    ...(fitted ? fitted.parts : risk.factors.map(({ points }) => points)),
    ...(fitted ? fitted.traits.map((trait) => trait.logOdds) : features.map(() => undefined)),
    fitted ? undefined : risk.cap,
    fitted ? "Fitted model (log-odds)" : "Additive score (points)",
    fitted?.logOdds,
    unknown.map(({ factor }) => riskFactorLabels[factor.id]).join("; "),
    fitted ? undefined : ownWeights(risk),
    note,
  ];
}

export const riskFunctions: readonly CustomFunction[] = [
  {
    name: "DEAL_RISK",
    family,
    shape: "records",
    about:
      "Risk of losing each open deal, 0-100: 20, plus points for every risk factor that is present, at most 100. That ranks deals; it is not a probability. With the fitted model it is 100 x the chance that it is lost within 90 days.",
    params: [riskDealsParam, ...params],
    returns:
      "One score per deal, in the order of the rows. A factor that the data cannot tell adds nothing; blank when none can be told, for closed deals, and for rows that cannot be read.",
    errors: riskErrors,
    example: {
      formula:
        '=DEAL_RISK({"Economic Buyer Met", "Created Date", "Contact Count"; FALSE, DATE(2026,1,1), 2}, DATE(2026,5,1))',
      result: 85,
    },
    source: SOURCE,
    compute: (...args: Arguments) => scored(...args).map(({ score }) => [score]),
  },
  {
    name: "DEAL_RISK_LEVEL",
    family,
    shape: "records",
    about: "The level of each deal's risk: High from 65, Medium from 40, else Low.",
    params: [
      { ...riskDealsParam, about: `${riskDealsParam.about}. Scores of DEAL_RISK are taken too` },
      ...params,
    ],
    returns: "High, Medium or Low, one per deal; blank where the score is blank.",
    errors: [...riskErrors, "Scores outside of 0 to 100 alone."],
    example: { formula: "=DEAL_RISK_LEVEL(85)", result: "High" },
    source: "Deal risk analyzer, bands 65 and 40",
    compute: (...args: Arguments) => {
      const [cells, , settings] = args;
      if (isScores(cells)) return levelsOf(cells, settings);
      return scored(...args).map(({ score }) => [levelOf(score, settings)]);
    },
  },
  {
    name: "DEAL_RISK_EXPLAIN",
    family,
    shape: "records",
    spills: "table",
    about:
      "What each deal's risk is made of: the base, the points of every factor and what the cap takes off add up to the score; with the fitted model base, factors and how the deal stands add up to the log-odds of a loss within 90 days.",
    params: [riskDealsParam, ...params],
    returns:
      "A header row, then one row per deal: id, score, level, base, each factor (blank when unknown), with the fitted model stage, time in stage, age, close date, pushes, activity (blank: only reports count activities), silence, segment, type, source and owner, cap, the method, with the fitted model the log-odds (the score is then 100 / (1 + EXP(-log-odds))), unknown factors, which factors weigh what by the deal's stage or segment (blank: all as in general; a fitted model goes by its own), and a note why a score is missing.",
    errors: riskErrors,
    example: {
      formula: '=INDEX(DEAL_RISK_EXPLAIN({"Champion Left", "POC Issue"; TRUE, TRUE}), 2, 2)',
      result: 63,
    },
    source: SOURCE,
    compute: (...args: Arguments) => {
      const [, , settings, model] = args;
      const features = model ? riskFeatures : [];
      const header = [
        "Opportunity ID",
        "Risk",
        "Level",
        "Base",
        ...settings.factors.map(({ id }) => riskFactorLabels[id]),
        ...features.map((feature) => riskFeatureLabels[feature]),
        "Cap",
        "Method",
        "Log-odds",
        "Unknown",
        "Own weights",
        "Note",
      ];
      return [header, ...scored(...args).map((row) => explained(row, settings, features))];
    },
  },
];
