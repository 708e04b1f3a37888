import { activityHealth } from "../core/pipeline/activityHealth.ts";
import { type HealthInputs, pipelineHealth } from "../core/pipeline/pipelineHealth.ts";
import type { CustomFunction, FunctionResult, Param } from "./customFunction.ts";

const family = "Pipeline";
const UNKNOWN = "not known: its points are left out";

const input = (name: string, unit: string, about: string, range?: Param["range"]): Param => ({
  name,
  kind: "number",
  unit,
  ...(range ? { range } : {}),
  optional: true,
  default: UNKNOWN,
  takes: "single",
  about,
});
const healthParams: readonly Param[] = [
  input("coverage", "multiple", "Open pipeline over remaining quota, such as COVERAGE"),
  input(
    "mix_dev",
    "percentage points",
    "The largest deviation of the stage mix from its bands, such as MIX_DEVIATION",
  ),
  input("velocity", "multiple", "Days to win over their benchmark, such as VELOCITY_RATIO", [0]),
  input("fresh", "fraction", "New pipeline over remaining quota, such as FRESHNESS"),
  input("winrate_delta", "percentage points", "Win rate less its benchmark, such as -4"),
  input("aged_pct", "fraction", "Share of open deals older than 90 days, such as 15%", [0, 1]),
];
const NAMES: Readonly<Record<keyof HealthInputs, string>> = {
  coverage: "Coverage",
  mixDeviation: "Stage mix",
  velocity: "Velocity",
  freshness: "Freshness",
  winRateDelta: "Win rate",
  aged: "Deals over 90 days",
};
const ERRORS = ["A value that is no number.", "A column in place of a single value."];
const SOURCE =
  "Pipeline health scorecard: coverage 25, stage mix 20, velocity 20, freshness 15, win rate 10, age 10; velocity below 0.8 and win rates 2 to 3 points below are our readings";
const activityParam: Param = {
  name: "days_since_activity",
  kind: "number",
  unit: "days",
  about:
    "The column of days since each open deal's last activity, or since its creation where there was none",
};

type Values = readonly (number | undefined)[];

const inputsOf = ([
  coverage,
  mixDeviation,
  velocity,
  freshness,
  winRateDelta,
  aged,
]: Values): HealthInputs => ({
  coverage,
  mixDeviation,
  velocity,
  freshness,
  winRateDelta,
  aged,
});

export const pipelineHealthFunctions: readonly CustomFunction[] = [
  {
    name: "PIPELINE_HEALTH",
    family,
    shape: "aggregate",
    about:
      "Health of a pipeline, 0 to 100, from coverage, stage mix, velocity, freshness, win rate and age. From 80 green, from 60 yellow, from 40 orange, below red.",
    params: healthParams,
    returns:
      "A score. What is left out keeps its points out of the whole, so that the rest is judged by itself; blank when less than half of the 100 points can be judged.",
    errors: ERRORS,
    example: { formula: "=PIPELINE_HEALTH(3.4, 0, 1.3, 0.22, 1, 0.15)", result: 84 },
    source: SOURCE,
    compute: (...values: (number | undefined)[]) => pipelineHealth(inputsOf(values)).score,
  },
  {
    name: "PIPELINE_HEALTH_EXPLAIN",
    family,
    shape: "aggregate",
    spills: "table",
    about: "The parts of PIPELINE_HEALTH: what each input gives and adds to the score.",
    params: healthParams,
    returns:
      "A header row, one row a part with its value, its points, the most it can give and what it adds, and a last row with the score, which is exactly their sum, and its band.",
    errors: ERRORS,
    example: {
      formula: "=INDEX(PIPELINE_HEALTH_EXPLAIN(3.4, 0, 1.3, 0.22, 1, 0.15), 8, 5)",
      result: 84,
    },
    source: SOURCE,
    compute: (...values: (number | undefined)[]): FunctionResult[][] => {
      if (values.every((value) => value === undefined)) return [];
      const { score, band, parts } = pipelineHealth(inputsOf(values));
      return [
        ["Part", "Value", "Points", "Most", "Adds"],
        ...parts.map(({ name, value, points, most, adds }) => [
          NAMES[name],
          value,
          points,
          most,
          adds,
        ]),
        ["Score", band, undefined, 100, score],
      ];
    },
  },
  {
    name: "PIPELINE_HEALTH_10",
    family,
    shape: "aggregate",
    about:
      "Health of a pipeline, 0 to 10, from activity alone: the mean over the open deals of 10 with an activity in the last 3 days, 6 up to 7, 3 up to 14 and 0 beyond.",
    params: [activityParam],
    returns: "A score. Blank without a deal.",
    errors: ["A cell that is no number."],
    example: { formula: "=PIPELINE_HEALTH_10({2; 5; 8; 15; 22; 1; 3; 9; 4; 30})", result: 4.8 },
    source: "Pipeline tools that score deals by their last activity",
    compute: (days: number[]) => activityHealth(days).score,
  },
  {
    name: "PIPELINE_HEALTH_10_EXPLAIN",
    family,
    shape: "aggregate",
    spills: "table",
    about: "The parts of PIPELINE_HEALTH_10: how many deals each band holds and what they add.",
    params: [activityParam],
    returns:
      "A header row, one row a band with its points, its deals and what they add, and a last row with the score, which is exactly their sum.",
    errors: ["A cell that is no number."],
    example: {
      formula: "=INDEX(PIPELINE_HEALTH_10_EXPLAIN({2; 5; 8; 15; 22; 1; 3; 9; 4; 30}), 2, 4)",
      result: 3,
    },
    source: "Pipeline tools that score deals by their last activity",
    compute: (days: number[]): FunctionResult[][] => {
      const { score, parts } = activityHealth(days);
      return [
        ["Band", "Points", "Deals", "Adds"],
        ...parts.map(({ band, points, deals, adds }) => [band, points, deals, adds]),
        ["Score", undefined, days.length, score],
      ];
    },
  },
];
