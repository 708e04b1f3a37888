import type { Day } from "../core/calendar/day.ts";
import { dealRiskLevel } from "../core/deals/dealRiskLevel.ts";
import type { RiskSettings } from "../core/deals/risk.ts";
import type { Stage } from "../core/pipeline/stage.ts";
import { riskFactorLabels } from "../settings/presets/riskFactors.ts";
import { readRisk } from "../settings/risk.ts";
import { readStages } from "../settings/stages.ts";
import { isBlank } from "../tables/cell.ts";
import type { Cells, CustomFunction, FunctionResult, Param } from "./customFunction.ts";
import { asOfParam } from "./deals.ts";
import { type RiskRow, riskRows } from "./riskRecords.ts";
import { settingsArgument } from "./settingsArgument.ts";

const family = "Deals";
const SOURCE = "Deal risk analyzer, additive loss-risk model: base 20, ten factors, cap 100";
const ERRORS = [
  "A first row without column headings of opportunities.",
  "Two columns that claim one field.",
  "A date column that can be read in two ways.",
  "A setting that cannot be read.",
];

const dealsParam: Param = {
  name: "deals",
  kind: "records",
  about:
    "The deals with their header row; columns are found by name: Created Date, Stage Entered, Stage, Contact Count, Competitor, Economic Buyer Met, Champion Left, Budget Confirmed, POC Issue, Activity Change, Discount %",
};
const moreParams: readonly Param[] = [
  asOfParam,
  {
    name: "risk_settings",
    kind: "settings",
    optional: true,
    default: "the standard factors",
    about: "The Risk settings (REVOPS_RISK)",
    read: settingsArgument("risk_settings", readRisk),
  },
  {
    name: "stages",
    kind: "settings",
    optional: true,
    default: "the standard stages",
    about: "The Stages settings (REVOPS_STAGES), which hold each stage's benchmark days",
    read: settingsArgument("stages", readStages),
  },
];

type RiskArguments = [
  cells: Cells,
  asOf: Day | undefined,
  settings: RiskSettings,
  stages: readonly Stage[],
];

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
    params: [dealsParam, ...moreParams],
    returns:
      "One score per deal, in the order of the rows. A factor that the data cannot tell adds nothing; blank when none can be told, for closed deals, and for rows that cannot be read.",
    errors: ERRORS,
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
      { ...dealsParam, about: `${dealsParam.about}. Scores of DEAL_RISK are taken too` },
      ...moreParams,
    ],
    returns: "High, Medium or Low, one per deal; blank where the score is blank.",
    errors: ERRORS,
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
    params: [dealsParam, ...moreParams],
    returns:
      "A header row, then one row per deal: id, score, level, base, each factor (blank when unknown), cap, unknown factors, and a note why a score is missing.",
    errors: ERRORS,
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
