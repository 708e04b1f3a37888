import { riskDimensions, riskProfile } from "../core/deals/riskDimensions.ts";
import { riskEvidence } from "../core/deals/riskEvidence.ts";
import { topRiskFactors } from "../core/deals/topRiskFactors.ts";
import { InputError } from "../core/inputError.ts";
import { riskFactorLabels } from "../settings/presets/riskFactors.ts";
import type { CustomFunction, FunctionResult } from "./customFunction.ts";
import { riskDealsParam, riskErrors, riskMoreParams } from "./params/riskParams.ts";
import { type RiskArguments, type RiskRow, riskRows } from "./params/riskRecords.ts";

const family = "Deals";
const MOST = 10;

function factorCells({ risk, seen }: RiskRow, count: number): FunctionResult[] {
  const top = risk && seen ? topRiskFactors(risk).slice(0, count) : [];
  const cells = top.flatMap(({ factor, points }): FunctionResult[] => [
    riskFactorLabels[factor.id],
    points,
    seen && riskEvidence(factor, seen.deal, seen.evidence),
    factor.action,
  ]);
  return [...cells, ...new Array<FunctionResult>(4 * (count - top.length)).fill(undefined)];
}

export const riskDetailFunctions: readonly CustomFunction[] = [
  {
    name: "DEAL_RISK_DIMENSIONS",
    family,
    shape: "records",
    about:
      "Each deal's risk by dimension, 0-100, and beside it the data confidence: how much of what the factors weigh could be judged at all.",
    params: [riskDealsParam, ...riskMoreParams],
    returns:
      "Six columns per deal: engagement, competitive, organisational, timeline, process (points of the factors present / points of those that could be judged, x 100; blank when none could), and data confidence as a fraction 0-1.",
    errors: riskErrors,
    example: {
      formula:
        '=INDEX(DEAL_RISK_DIMENSIONS({"Economic Buyer Met", "Contact Count"; FALSE, 5}), 1, 1)',
      result: 75,
    },
    source:
      "Five dimensions of the deal risk analyzer; it states no weights, so each is the share of its own factors' points",
    compute: (...args: RiskArguments) =>
      riskRows(...args).map(({ risk }) => {
        if (risk?.score === undefined) return new Array<FunctionResult>(6).fill(undefined);
        const { dimensions, confidence } = riskProfile(risk);
        return [...riskDimensions.map((one) => dimensions[one]), confidence];
      }),
  },
  {
    name: "DEAL_RISK_FACTORS",
    family,
    shape: "records",
    about:
      "What makes each deal risky, the heaviest first: the factor, its points, what in the record says so, and the action of the Risk settings.",
    params: [
      riskDealsParam,
      ...riskMoreParams,
      {
        name: "count",
        kind: "number",
        unit: "factors",
        optional: true,
        default: "3",
        takes: "single",
        about: "How many factors, 1 to 10",
      },
    ],
    returns:
      "Four columns per factor for each deal: factor, points, evidence, action; blank where there are fewer.",
    errors: [...riskErrors, "A count outside 1 to 10."],
    example: {
      formula: '=INDEX(DEAL_RISK_FACTORS({"Contact Count", "POC Issue"; 2, TRUE}), 1, 1)',
      result: "Proof of concept or technical concern",
    },
    source: "Deal risk analyzer: three factors with evidence; actions are the Risk settings'",
    compute: (...[cells, asOf, settings, stages, count = 3]: [...RiskArguments, number?]) => {
      if (!Number.isInteger(count) || count < 1 || count > MOST)
        throw new InputError(`count is ${count}; expected a whole number from 1 to ${MOST}`);
      return riskRows(cells, asOf, settings, stages).map((row) => factorCells(row, count));
    },
  },
];
