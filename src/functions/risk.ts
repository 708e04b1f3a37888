import { dealRiskLevel } from "../core/deals/dealRiskLevel.ts";
import type { RiskSettings } from "../core/deals/risk.ts";
import { riskFactorLabels } from "../settings/presets/riskFactors.ts";
import { isBlank } from "../tables/cell.ts";
import type { Cells, CustomFunction, FunctionResult } from "./customFunction.ts";
import { riskDealsParam, riskErrors, riskMoreParams } from "./riskParams.ts";
import { type RiskArguments, type RiskRow, riskRows } from "./riskRecords.ts";

const family = "Deals";
const SOURCE = "Deal risk analyzer, additive loss-risk model: base 20, ten factors, cap 100";

const isScores = (cells: Cells) =>
  cells.every((row) => row.every((cell) => typeof cell === "number" || isBlank(cell)));

const levelOf = (score: unknown, settings: RiskSettings) =>
  typeof score === "number" ? dealRiskLevel(score, settings) : undefined;

function explained({ id, risk, note }: RiskRow, settings: RiskSettings): FunctionResult[] {
  if (risk?.score === undefined) {
    return [
      id,
      undefined,
      undefined,
      undefined,
      ...settings.factors.map(() => undefined),
      undefined,
      undefined,
      note,
    ];
  }
  const unknown = risk.factors.filter(({ points }) => points === undefined);
  return [
    id,
    risk.score,
    dealRiskLevel(risk.score, settings),
    risk.base,
    ...risk.factors.map(({ points }) => points),
    risk.cap,
    unknown.map(({ factor }) => riskFactorLabels[factor.id]).join("; "),
    note,
  ];
}

export const riskFunctions: readonly CustomFunction[] = [
  {
    name: "DEAL_RISK",
    family,
    shape: "records",
    about:
      "Risk of losing each open deal, 0-100: 20, plus points for every risk factor that is present, at most 100. It ranks deals; it is not a probability.",
    params: [riskDealsParam, ...riskMoreParams],
    returns:
      "One score per deal, in the order of the rows. A factor that the data cannot tell adds nothing; blank when none can be told, for closed deals, and for rows that cannot be read.",
    errors: riskErrors,
    example: {
      formula:
        '=DEAL_RISK({"Economic Buyer Met", "Created Date", "Contact Count"; FALSE, DATE(2026,1,1), 2}, DATE(2026,5,1))',
      result: 85,
    },
    source: SOURCE,
    compute: (...args: RiskArguments) => riskRows(...args).map(({ risk }) => [risk?.score]),
  },
  {
    name: "DEAL_RISK_LEVEL",
    family,
    shape: "records",
    about: "The level of each deal's risk: High from 65, Medium from 40, else Low.",
    params: [
      { ...riskDealsParam, about: `${riskDealsParam.about}. Scores of DEAL_RISK are taken too` },
      ...riskMoreParams,
    ],
    returns: "High, Medium or Low, one per deal; blank where the score is blank.",
    errors: riskErrors,
    example: { formula: "=DEAL_RISK_LEVEL(85)", result: "High" },
    source: "Deal risk analyzer, bands 65 and 40",
    compute: (...args: RiskArguments) => {
      const [cells, , settings] = args;
      if (isScores(cells)) return cells.map((row) => row.map((cell) => levelOf(cell, settings)));
      return riskRows(...args).map(({ risk }) => [levelOf(risk?.score, settings)]);
    },
  },
  {
    name: "DEAL_RISK_EXPLAIN",
    family,
    shape: "records",
    about:
      "What each deal's risk is made of: the base, the points of every factor and what the cap takes off add up to the score.",
    params: [riskDealsParam, ...riskMoreParams],
    returns:
      "A header row, then one row per deal: id, score, level, base, each factor (blank when unknown), cap, unknown factors, and a note why a score is missing.",
    errors: riskErrors,
    example: {
      formula: '=INDEX(DEAL_RISK_EXPLAIN({"Champion Left", "POC Issue"; TRUE, TRUE}), 2, 2)',
      result: 63,
    },
    source: SOURCE,
    compute: (...args: RiskArguments) => {
      const [, , settings] = args;
      const header = [
        "Opportunity ID",
        "Risk",
        "Level",
        "Base",
        ...settings.factors.map(({ id }) => riskFactorLabels[id]),
        "Cap",
        "Unknown",
        "Note",
      ];
      return [header, ...riskRows(...args).map((row) => explained(row, settings))];
    },
  },
];
