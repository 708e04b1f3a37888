import { dealInfluence } from "../core/forecast/distribution/dealInfluence.ts";
import { pipelineMultiple } from "../core/forecast/distribution/pipelineMultiple.ts";
import type { CustomFunction } from "./customFunction.ts";
import {
  amountsParam,
  chancesParam,
  confidenceParam,
  correlationParam,
  DEAL_ERRORS,
  DISTRIBUTION_SOURCE,
  inside,
  LEFT_OUT,
  type Numbers,
  openDeals,
  targetParam,
} from "./params/openDeals.ts";

const family = "Forecast";
const NEEDS = [...DEAL_ERRORS, "A confidence that is not above 0% and below 100%."];
const source = `${DISTRIBUTION_SOURCE}; more deals of the same amounts and probabilities are added until the chance is reached`;
const NEVER =
  "Blank when the deals bring nothing on average, or their amounts add up to zero or less.";

const { optional: _optional, default: _default, ...confidence } = confidenceParam;

/** The pipeline in deals like these that reaches the target with a confidence. */
function needed(
  amounts: Numbers,
  chances: Numbers,
  target: number,
  wanted: number,
  correlation: number,
) {
  const deals = openDeals(amounts, chances);
  const share = inside("confidence", wanted);
  const multiple = deals && pipelineMultiple(deals, target, share, correlation);
  const pipeline = deals?.reduce((sum, { amount }) => sum + amount, 0);
  if (multiple === undefined || pipeline === undefined) return undefined;
  return pipeline > 0 ? multiple * pipeline : undefined;
}

export const targetChanceFunctions: readonly CustomFunction[] = [
  {
    name: "PIPELINE_NEEDED",
    family,
    shape: "aggregate",
    about:
      "The open pipeline that reaches a target with a given confidence, in deals like the present ones.",
    params: [targetParam, confidence, amountsParam, chancesParam, correlationParam],
    returns: `An amount, to 1 in 10,000 and never too low; 0 when the target is not above zero. ${LEFT_OUT} ${NEVER}`,
    errors: NEEDS,
    example: { formula: "=PIPELINE_NEEDED(100, 0.75, {100}, {0.5})", result: 200 },
    source,
    compute: (
      target: number,
      wanted: number,
      amounts: Numbers,
      chances: Numbers,
      correlation = 0,
    ) => needed(amounts, chances, target, wanted, correlation),
  },
  {
    name: "COVERAGE_FOR_CONFIDENCE",
    family,
    shape: "aggregate",
    about:
      "The pipeline coverage that reaches a target with a given confidence: pipeline needed, in deals like the present ones, divided by the target.",
    params: [amountsParam, chancesParam, targetParam, confidenceParam, correlationParam],
    returns: `A multiple such as 3.2, to 1 in 10,000 and never too low. ${LEFT_OUT} Blank when the target is not above zero. ${NEVER}`,
    errors: NEEDS,
    example: { formula: "=COVERAGE_FOR_CONFIDENCE({100}, {0.5}, 100, 0.75)", result: 2 },
    source,
    compute: (
      amounts: Numbers,
      chances: Numbers,
      target: number,
      wanted = 0.8,
      correlation = 0,
    ) => {
      const pipeline = needed(amounts, chances, target, wanted, correlation);
      return pipeline === undefined || target <= 0 ? undefined : pipeline / target;
    },
  },
  {
    name: "DEALS_THAT_MATTER",
    family,
    shape: "aggregate",
    spills: "table",
    about:
      "How much the chance of a target hangs on each deal: how it changes if the deal is won, if it is lost, and the difference of both.",
    params: [amountsParam, chancesParam, targetParam, correlationParam],
    returns:
      "A row per deal, in the same order, of three fractions: the change of the chance if it is won (0.3 is 30 points more), the change if it is lost, and the difference. Blank for deals without an amount or a probability, and for certain and impossible ones.",
    errors: DEAL_ERRORS,
    example: {
      formula: "=INDEX(DEALS_THAT_MATTER({100; 200; 50}, {0.5; 0.25; 0.8}, 150), 2, 1)",
      result: 0.45,
    },
    source: `${DISTRIBUTION_SOURCE}, worked out with each deal won and lost`,
    compute: (amounts: Numbers, chances: Numbers, target: number, correlation = 0) => {
      const deals = amounts.map((amount, row) => {
        const probability = chances[row];
        return amount === undefined || probability === undefined
          ? { amount: 0, probability: 0 }
          : { amount, probability };
      });
      return dealInfluence(deals, target, correlation).map((found, row) => {
        if (!found) return [undefined, undefined, undefined];
        const { ifWon, ifLost } = found;
        const p = deals[row]?.probability ?? 0;
        const swing = ifWon - ifLost;
        return [(1 - p) * swing, -p * swing, swing];
      });
    },
  },
];
