import { forecastDistribution } from "../core/forecast/distribution/forecastDistribution.ts";
import { type Levers, leveredDeals } from "../core/forecast/levers.ts";
import type { CustomFunction } from "./customFunction.ts";
import { correlationFunction } from "./params/correlation.ts";
import { distributionTable } from "./params/distributionTable.ts";
import { leversParam } from "./params/leversParam.ts";
import {
  amountsParam,
  chancesParam,
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
const source = DISTRIBUTION_SOURCE;

export const distributionFunctions: readonly CustomFunction[] = [
  distributionTable,
  correlationFunction,
  {
    name: "FORECAST_QUANTILE",
    family,
    shape: "aggregate",
    about:
      "What the open deals bring at a given probability: the smallest total that they stay at or below with that probability.",
    params: [
      amountsParam,
      chancesParam,
      {
        name: "quantile",
        kind: "fraction",
        unit: "fraction 0-1",
        takes: "single",
        about:
          "The chance of that total or less: 10% for the low end (P10), 50% for the middle, 90% for the high end",
      },
      correlationParam,
    ],
    returns: `An amount; at 0% the least and at 100% the most that the deals can bring. ${LEFT_OUT} Blank when none is left.`,
    errors: DEAL_ERRORS,
    example: { formula: "=FORECAST_QUANTILE({100; 200; 50}, {0.5; 0.25; 0.8}, 0.9)", result: 300 },
    source,
    compute: (amounts: Numbers, chances: Numbers, quantile: number, correlation = 0) => {
      const deals = openDeals(amounts, chances);
      return deals && forecastDistribution(deals, { correlation }).quantile(quantile);
    },
  },
  {
    name: "PROB_OF_TARGET",
    family,
    shape: "aggregate",
    about: "The chance that the open deals bring a target or more.",
    params: [amountsParam, chancesParam, targetParam, correlationParam],
    returns: `A fraction between 0 and 1; 1 when the target is not above what is certain. ${LEFT_OUT} Blank when none is left.`,
    errors: DEAL_ERRORS,
    example: { formula: "=PROB_OF_TARGET({100; 200; 50}, {0.5; 0.25; 0.8}, 150)", result: 0.55 },
    source,
    compute: (amounts: Numbers, chances: Numbers, target: number, correlation = 0) => {
      const deals = openDeals(amounts, chances);
      return deals && forecastDistribution(deals, { correlation }).atLeast(target);
    },
  },
  {
    name: "FORECAST_INTERVAL",
    family,
    shape: "aggregate",
    spills: "row",
    about:
      "The range in which the open deals' total lies with a given probability, with its mean and standard deviation.",
    params: [
      amountsParam,
      chancesParam,
      {
        name: "level",
        kind: "fraction",
        unit: "fraction 0-1",
        optional: true,
        default: "80%",
        takes: "single",
        about: "The probability of the range; what is left is shared between both sides",
      },
      correlationParam,
    ],
    returns: `Four amounts in a row: low, high, mean, standard deviation; of 80% one case in ten lies below low and one above high. ${LEFT_OUT} Blank when none is left.`,
    errors: [...DEAL_ERRORS, "A level that is not above 0% and below 100%."],
    example: {
      formula: "=INDEX(FORECAST_INTERVAL({100; 200; 50}, {0.5; 0.25; 0.8}, 0.8), 1, 2)",
      result: 300,
    },
    source,
    compute: (amounts: Numbers, chances: Numbers, level = 0.8, correlation = 0) => {
      const rest = (1 - inside("level", level)) / 2;
      const deals = openDeals(amounts, chances);
      if (!deals) return undefined;
      const { quantile, mean, deviation } = forecastDistribution(deals, { correlation });
      return [[quantile(rest), quantile(1 - rest), mean, deviation]];
    },
  },
  {
    name: "FORECAST_SCENARIO",
    family,
    shape: "aggregate",
    spills: "row",
    about:
      "Conservative, base and optimistic scenario: what the open deals bring in 10%, 50% and 90% of cases at most, after the levers.",
    params: [amountsParam, chancesParam, leversParam, correlationParam],
    returns: `Three amounts in a row: conservative (p10), base (p50), optimistic (p90). ${LEFT_OUT} Blank when none is left.`,
    errors: [...DEAL_ERRORS, "A lever that is not known, or not a number that it can take."],
    example: {
      formula: "=INDEX(FORECAST_SCENARIO({100; 200; 50}, {0.5; 0.25; 0.8}), 1, 2)",
      result: 150,
    },
    source: `${source}; levers act on deals and probabilities, and the distribution is worked out again`,
    compute: (amounts: Numbers, chances: Numbers, levers: Levers, correlation = 0) => {
      const deals = openDeals(amounts, chances);
      if (!deals) return undefined;
      const { quantile } = forecastDistribution(leveredDeals(deals, levers), { correlation });
      return [[quantile(0.1), quantile(0.5), quantile(0.9)]];
    },
  },
];
