import { categoryRollup, categoryTotals } from "../core/forecast/categoryRollup.ts";
import { ensembleForecast, STANDARD_WEIGHTS } from "../core/forecast/ensembleForecast.ts";
import type { ForecastPair } from "../core/forecast/forecastPair.ts";
import { learnedWeights } from "../core/forecast/learnedWeights.ts";
import { InputError } from "../core/inputError.ts";
import type { ForecastCategory } from "../core/pipeline/stage.ts";
import type { CustomFunction, Param } from "./customFunction.ts";
import { choice } from "./params/choice.ts";
import {
  type NumberRows,
  numberRowsParam,
  type SparseRows,
  sparseRowsParam,
} from "./params/numberRowsParam.ts";
import type { Numbers } from "./params/openDeals.ts";

const family = "Forecast";
const CATEGORIES = ["Commit", "Best Case", "Pipeline", "Omitted", "Closed"] as const;
const VIEWS = ["Scenarios", "Single", "Cumulative"] as const;
const NO_NUMBER = "A cell that is no number.";

const ENSEMBLE_PARAMS: readonly Param[] = [
  {
    name: "methods",
    kind: "number",
    unit: "currency",
    takes: "paired",
    about: "The column of forecasts of one and the same period, one per method",
  },
  {
    name: "weights",
    kind: "number",
    unit: "parts of any size",
    range: [0],
    takes: "paired",
    optional: true,
    default:
      "40%, 30%, 20%, 10%: pipeline, history, capacity, statistics; equal when there are more and a past to learn from",
    about: "The column of their weights, in step; they are scaled to add up to 1",
  },
  {
    ...sparseRowsParam(
      "past_forecasts",
      "What the methods forecast in past periods: a column per method in the same order, a row per period; blank where a method said nothing",
    ),
    optional: true,
    default: "the weights stay as they are",
  },
  {
    ...numberRowsParam(
      "past_actuals",
      "What came in those periods, as one column of the same height",
    ),
    optional: true,
    default: "the weights stay as they are",
  },
];
const ENSEMBLE_ERRORS = [
  NO_NUMBER,
  "A negative weight.",
  "More than four methods without weights or a past.",
  "Past forecasts of another width than there are methods, of another height than the past actuals, or one without the other.",
];

/** The weight of each method: as given, and with a past learned from it. */
function weightsOf(
  forecasts: Numbers,
  weights: Numbers | undefined,
  past: SparseRows | undefined,
  actuals: NumberRows | undefined,
): number[] {
  if (actuals && !past)
    throw new InputError(
      "past_actuals needs past_forecasts; expected what the methods said in those periods",
    );
  const isLong = forecasts.length > STANDARD_WEIGHTS.length;
  if (!weights && !past && isLong) {
    throw new InputError(
      `weights is missing; expected one for each of ${forecasts.length} methods`,
    );
  }
  const usual = isLong ? forecasts.map(() => 1) : STANDARD_WEIGHTS;
  const given = forecasts.map((_, method) =>
    weights ? (weights[method] ?? 0) : (usual[method] ?? 0),
  );
  if (!past) return given;
  return learnedWeights(pairsOf(past, actuals ?? [], forecasts.length), given);
}

function pairsOf(
  past: SparseRows,
  actuals: NumberRows,
  methods: number,
): (ForecastPair | undefined)[][] {
  if (past.length !== actuals.length) {
    throw new InputError(
      `past_forecasts has ${past.length} rows and past_actuals ${actuals.length}; expected one of each for every period`,
    );
  }
  const wrong = past.findIndex((row) => row.length !== methods);
  if (wrong >= 0) {
    throw new InputError(
      `row ${wrong + 1} of past_forecasts has ${past[wrong]?.length} cells; expected ${methods}, one for each method`,
    );
  }
  return past.map((row, period) => {
    const actual = actuals[period]?.[0] ?? 0;
    return row.map((forecast) => (forecast === undefined ? undefined : { forecast, actual }));
  });
}

export const combiningFunctions: readonly CustomFunction[] = [
  {
    name: "CATEGORY_ROLLUP",
    family,
    shape: "aggregate",
    spills: "row",
    about:
      "Forecast by category: conservative is commit, base adds a part of best case, upside adds best case and pipeline in full.",
    params: [
      {
        name: "amounts",
        kind: "number",
        unit: "currency",
        takes: "paired",
        fields: ["amount"],
        about:
          "The column of the deals' amounts; or the whole table of deals with its header row, such as REVOPS_OPPORTUNITIES, which brings the categories along",
      },
      {
        name: "categories",
        kind: "text",
        takes: "paired",
        fields: ["forecastCategory"],
        about:
          "The column of forecast categories: Commit, Best Case, Pipeline, Omitted or Closed, which counts in all three",
      },
      {
        name: "best_case_weight",
        kind: "fraction",
        unit: "fraction 0-1",
        optional: true,
        default: "50%",
        takes: "single",
        about: "The part of best case that counts in the base",
      },
      {
        name: "view",
        kind: "text",
        optional: true,
        default: "Scenarios",
        takes: "single",
        about:
          "Scenarios; Single: each category alone; Cumulative: each with all that are surer, as CRMs roll them up",
      },
    ],
    returns:
      "Three cells in a row: conservative, base, upside; Single and Cumulative give four: closed, commit, best case, pipeline. Deals without an amount or a category are left out.",
    errors: [
      NO_NUMBER,
      "A category that is not one of the five, or a view that is not one of the three.",
      "Columns of different heights.",
      "A table of deals without the columns needed, or with amounts in several currencies.",
    ],
    example: {
      formula: '=INDEX(CATEGORY_ROLLUP({100; 60; 40}, {"Commit"; "Best Case"; "Pipeline"}), 1, 2)',
      result: 130,
    },
    source: "Bottom-up roll-up: commit; commit + best case x weight; commit + best case + pipeline",
    compute: (
      amounts: Numbers,
      names: readonly (string | undefined)[],
      weight = 0.5,
      view?: string,
    ) => {
      const deals = amounts.flatMap((amount, row) => {
        const category = choice<ForecastCategory>(
          `row ${row + 1} of categories`,
          names[row],
          CATEGORIES,
        );
        return amount === undefined || category === undefined ? [] : [{ amount, category }];
      });
      const chosen = choice<(typeof VIEWS)[number]>("view", view, VIEWS) ?? "Scenarios";
      if (chosen !== "Scenarios") return [categoryTotals(deals, chosen === "Cumulative")];
      const { conservative, base, upside } = categoryRollup(deals, weight);
      return [[conservative, base, upside]];
    },
  },
  {
    name: "ENSEMBLE_FORECAST",
    family,
    shape: "aggregate",
    about:
      "The weighted mean of the forecasts of several methods; with past forecasts the weights are learned from their errors.",
    params: ENSEMBLE_PARAMS,
    returns:
      "An amount. A method without a forecast drops out and the other weights are scaled up; blank when none is left.",
    errors: ENSEMBLE_ERRORS,
    example: {
      formula: "=ENSEMBLE_FORECAST({23.6; 25.9; 24.3; 24.1}, {0.4; 0.3; 0.2; 0.1})",
      result: 24.48,
    },
    source:
      "Weighted mean, 40/30/20/10; learned: given weight x (1 / squared error), half of the way from the given weights after four periods and to a growing power after more (Bates and Granger 1969; Stock and Watson 2004)",
    compute: (forecasts: Numbers, weights?: Numbers, past?: SparseRows, actuals?: NumberRows) =>
      ensembleForecast(forecasts, weightsOf(forecasts, weights, past, actuals)),
  },
  {
    name: "ENSEMBLE_FORECAST_EXPLAIN",
    family,
    shape: "aggregate",
    spills: "table",
    about: "What each method weighs in ENSEMBLE_FORECAST and what it adds.",
    params: ENSEMBLE_PARAMS,
    returns:
      "A row per method: its forecast, its weight, and forecast times weight; these add up to the ensemble. A method without a forecast has a weight of 0. Blank when none has one.",
    errors: ENSEMBLE_ERRORS,
    example: {
      formula: "=INDEX(ENSEMBLE_FORECAST_EXPLAIN({100; 200}, {3; 1}), 1, 3)",
      result: 75,
    },
    source: "As ENSEMBLE_FORECAST",
    compute: (forecasts: Numbers, weights?: Numbers, past?: SparseRows, actuals?: NumberRows) => {
      const all = weightsOf(forecasts, weights, past, actuals);
      const used = all.map((weight, method) => (forecasts[method] === undefined ? 0 : weight));
      const total = used.reduce((sum, weight) => sum + weight, 0);
      if (!(total > 0)) return undefined;
      return used.map((weight, method) => {
        const forecast = forecasts[method];
        const share = weight / total;
        return [forecast, share, forecast === undefined ? undefined : forecast * share];
      });
    },
  },
];
