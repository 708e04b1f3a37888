import { sum } from "simple-statistics";
import { weightedForecast } from "../core/forecast/weightedForecast.ts";
import { InputError } from "../core/inputError.ts";
import { coverage } from "../core/pipeline/coverage.ts";
import { coverageGap } from "../core/pipeline/coverageGap.ts";
import { type CoverageBands, coverageStatus } from "../core/pipeline/coverageStatus.ts";
import { pipelineRequired } from "../core/pipeline/pipelineRequired.ts";
import type { Cell } from "../tables/reading/cell.ts";
import type { CustomFunction, Param } from "./customFunction.ts";
import { optionsParam } from "./params/optionsParam.ts";
import {
  type ProbabilityTable,
  probabilitiesOf,
  probabilityTable,
  stagesOrProbabilities,
} from "./params/probabilities.ts";

const family = "Pipeline";
const NO_QUOTA = "Blank without a quota above zero.";
const MET = `Blank once closed has reached the quota. ${NO_QUOTA}`;

const pipelineParam: Param = {
  name: "pipeline",
  kind: "number",
  unit: "currency",
  about: "Open pipeline: one amount, or the column of the open deals' amounts, which is added up",
};
const quotaParam: Param = {
  name: "quota",
  kind: "number",
  unit: "currency",
  about: "Quota of the period: one amount or a column, which is added up",
};
const closedParam: Param = {
  name: "closed",
  kind: "number",
  unit: "currency",
  optional: true,
  default: "0",
  about: "Amounts already won in the period, taken off the quota: one amount or a column",
};

/** The sum of a quota column. */
function totalQuota(quota: readonly number[]): number {
  const total = sum([...quota]);
  if (total < 0)
    throw new InputError(`quota adds up to ${total}; expected an amount that is not negative`);
  return total;
}

const total = (amounts: number[] | undefined) => (amounts ? sum(amounts) : 0);

export const coverageFunctions: readonly CustomFunction[] = [
  {
    name: "COVERAGE",
    family,
    shape: "aggregate",
    about: "Pipeline coverage: open pipeline divided by the quota that is still to be closed.",
    params: [pipelineParam, quotaParam, closedParam],
    returns: `A multiple such as 3.2. ${MET}`,
    errors: ["A cell that is no number.", "A negative quota."],
    example: { formula: "=COVERAGE(12500000, 8000000)", result: 1.5625 },
    source: "Pipeline analysis practice: total open value / remaining quota",
    compute: (pipeline: number[], quota: number[], closed?: number[]) =>
      coverage(sum(pipeline), totalQuota(quota), total(closed)),
  },
  {
    name: "WEIGHTED_COVERAGE",
    family,
    shape: "aggregate",
    about:
      "Weighted pipeline coverage: the sum of amount times probability, divided by the quota that is still to be closed.",
    params: [
      {
        name: "amounts",
        kind: "number",
        unit: "currency",
        takes: "paired",
        about: "The column of the open deals' amounts",
      },
      stagesOrProbabilities,
      quotaParam,
      closedParam,
      probabilityTable,
    ],
    returns: `A multiple such as 1.4. Deals without an amount or a probability are left out. ${MET}`,
    errors: [
      "A cell that is no number.",
      "A stage that prob_table does not know.",
      "A negative quota.",
    ],
    example: { formula: "=WEIGHTED_COVERAGE({100; 200}, {0.5; 0.25}, 80)", result: 1.25 },
    source: "Metrics reference: weighted pipeline / quota",
    compute: (
      amounts: (number | undefined)[],
      stages: Cell[],
      quota: number[],
      closed: number[] | undefined,
      table: ProbabilityTable,
    ) => {
      const counts = (row: number) => amounts[row] !== undefined;
      const weighted = weightedForecast(amounts, probabilitiesOf(stages, table, counts));
      return weighted === undefined
        ? undefined
        : coverage(weighted, totalQuota(quota), total(closed));
    },
  },
  {
    name: "COVERAGE_GAP",
    family,
    shape: "aggregate",
    about:
      "Pipeline still to be created so that the open pipeline is a target multiple of the quota that is still to be closed.",
    params: [
      pipelineParam,
      quotaParam,
      {
        name: "target",
        kind: "number",
        unit: "multiple",
        optional: true,
        default: "3",
        takes: "single",
        about: "The coverage to be reached",
      },
      closedParam,
    ],
    returns: `An amount, 0 when the target is reached. ${NO_QUOTA}`,
    errors: ["A cell that is no number.", "A negative quota."],
    example: { formula: "=COVERAGE_GAP(12500000, 8000000, 3)", result: 11500000 },
    source:
      "Own formula: max(0, target x remaining quota - pipeline); target 3 x by pipeline analysis practice",
    compute: (pipeline: number[], quota: number[], target = 3, closed?: number[]) =>
      coverageGap(sum(pipeline), totalQuota(quota), target, total(closed)),
  },
  {
    name: "PIPELINE_REQUIRED",
    family,
    shape: "aggregate",
    about: "Pipeline needed to close what is left of the quota at a given win rate.",
    params: [
      quotaParam,
      {
        name: "win_rate",
        kind: "fraction",
        unit: "fraction 0-1",
        takes: "single",
        about: "Share of the pipeline that is won, such as 25%",
      },
      closedParam,
    ],
    returns: `An amount, 0 when the quota is met. ${NO_QUOTA} Blank at a win rate of 0.`,
    errors: [
      "A cell that is no number.",
      "A win rate that is no share between 0 and 1.",
      "A negative quota.",
    ],
    example: { formula: "=PIPELINE_REQUIRED(8000000, 0.25)", result: 32000000 },
    source: "Planning rule: required coverage = 1 / win rate",
    compute: (quota: number[], rate: number, closed?: number[]) =>
      pipelineRequired(totalQuota(quota), rate, total(closed)),
  },
  {
    name: "COVERAGE_STATUS",
    family,
    shape: "rows",
    about:
      "The band of a coverage multiple: below 2 Critical, below 3 At Risk, below 4 Healthy, up to 5 Strong, above that Check quality.",
    params: [
      {
        name: "ratio",
        kind: "number",
        unit: "multiple",
        about: "Coverage, such as the result of COVERAGE",
      },
      optionsParam("the limits above"),
    ],
    returns: "Critical, At Risk, Healthy, Strong or Check quality.",
    errors: ["A ratio that is no number."],
    example: { formula: "=COVERAGE_STATUS(2.21)", result: "At Risk" },
    source: "Pipeline analysis practice, its bands joined with those of the pipeline scripts",
    compute: (ratio: number, bands: CoverageBands) => coverageStatus(ratio, bands),
  },
];
