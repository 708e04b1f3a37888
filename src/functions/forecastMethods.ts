import { capacityForecast } from "../core/forecast/capacityForecast.ts";
import { categoryRollup } from "../core/forecast/categoryRollup.ts";
import { ensembleForecast, STANDARD_WEIGHTS } from "../core/forecast/ensembleForecast.ts";
import { growthForecast } from "../core/forecast/growthForecast.ts";
import { movingAverage } from "../core/forecast/movingAverage.ts";
import { regressionForecast } from "../core/forecast/regressionForecast.ts";
import { seasonalForecast } from "../core/forecast/seasonalForecast.ts";
import { InputError } from "../core/inputError.ts";
import type { ForecastCategory } from "../core/pipeline/stage.ts";
import { choice } from "./choice.ts";
import type { CustomFunction, Param } from "./customFunction.ts";
import { type NumberRows, numberRowsParam } from "./numberRowsParam.ts";
import type { Numbers } from "./openDeals.ts";

const family = "Forecast";
const CATEGORIES = ["Commit", "Best Case", "Pipeline", "Omitted", "Closed"] as const;

const actuals: Param = {
  name: "actuals",
  kind: "number",
  unit: "currency",
  about: "The column of what came, one row per period, the latest last",
};
const NO_NUMBER = "A cell that is no number.";
const paired = (name: string, about: string, more?: Partial<Param>): Param => ({
  name,
  kind: "number",
  takes: "paired",
  about,
  ...more,
});

function wholeNumber(name: string, value: number, least: number): number {
  if (Number.isInteger(value) && value >= least) return value;
  throw new InputError(`${name} is ${value}; expected a whole number from ${least} on`);
}

export const forecastMethodFunctions: readonly CustomFunction[] = [
  {
    name: "FORECAST_MA",
    family,
    shape: "aggregate",
    about: "Forecast of the next period by moving average: the mean of the last periods.",
    params: [
      actuals,
      {
        name: "periods",
        kind: "number",
        optional: true,
        default: "3",
        takes: "single",
        about: "Over how many periods",
      },
    ],
    returns: "An amount; blank with fewer periods than that.",
    errors: [NO_NUMBER, "A number of periods that is no whole number from 1 on."],
    example: { formula: "=FORECAST_MA({100; 120; 110; 130})", result: 120 },
    source: "Mean of the last n actuals, n = 3",
    compute: (values: number[], periods = 3) =>
      movingAverage(values, wholeNumber("periods", periods, 1)),
  },
  {
    name: "FORECAST_GROWTH",
    family,
    shape: "aggregate",
    about: "Forecast of the next period by growth: the last period times 1 + mean growth.",
    params: [actuals],
    returns:
      "An amount. Growth from a period of zero or less is left out; blank when none is left.",
    errors: [NO_NUMBER],
    example: { formula: "=FORECAST_GROWTH({100; 110; 132})", result: 151.8 },
    source: "Last actual x (1 + mean growth rate)",
    compute: (values: number[]) => growthForecast(values),
  },
  {
    name: "FORECAST_SEASONAL",
    family,
    shape: "aggregate",
    about: "Forecast of the next period by trend and season: linear trend times seasonal index.",
    params: [
      actuals,
      {
        name: "periods_per_year",
        kind: "number",
        optional: true,
        default: "4",
        takes: "single",
        about: "4 for quarters, 12 for months",
      },
    ],
    returns: "An amount; blank with less than two full years, or when a season has no sales.",
    errors: [NO_NUMBER, "Periods per year that are no whole number from 2 on."],
    example: { formula: "=FORECAST_SEASONAL({80; 120; 80; 120; 80; 120}, 2)", result: 80 },
    source: "Classical multiplicative decomposition by centred moving averages",
    compute: (values: number[], year = 4) =>
      seasonalForecast(values, wholeNumber("periods_per_year", year, 2)),
  },
  {
    name: "FORECAST_REGRESSION",
    family,
    shape: "aggregate",
    about:
      "Forecast from drivers such as coverage and win rate, by linear regression, with the share of the variance explained.",
    params: [
      { ...actuals, takes: "paired" },
      numberRowsParam("drivers", "The drivers' columns, in step with the actuals"),
      numberRowsParam("new_drivers", "The drivers of the period to forecast, as one row"),
    ],
    returns:
      "Two cells in a row: the forecast and R squared. Use 12 periods or more; blank with fewer than two periods more than drivers, or when drivers repeat one another.",
    errors: [NO_NUMBER, "Drivers of another height than the actuals, or of different widths."],
    example: {
      formula: "=INDEX(FORECAST_REGRESSION({3; 5; 7; 9}, {1; 2; 3; 4}, 5), 1, 1)",
      result: 11,
    },
    source: "Ordinary least squares with an intercept",
    compute: (values: Numbers, drivers: NumberRows, next: NumberRows) => {
      const [row] = next;
      if (!row || drivers.length === 0) return undefined;
      const used = values.flatMap((actual, at) => {
        const given = drivers[at];
        return actual === undefined || !given ? [] : [{ actual, given }];
      });
      const wrong = used.find(({ given }) => given.length !== row.length);
      if (wrong || next.length > 1) {
        throw new InputError(
          `new_drivers has ${next.length > 1 ? `${next.length} rows` : `${row.length} cells`}; expected one row of ${wrong ? wrong.given.length : row.length}`,
        );
      }
      const found = regressionForecast(
        used.map(({ actual }) => actual),
        used.map(({ given }) => given),
        row,
      );
      return found && [[found.estimate, found.rSquared]];
    },
  },
  {
    name: "FORECAST_CAPACITY",
    family,
    shape: "aggregate",
    about: "Forecast by capacity: reps times quota times attainment, less while they ramp.",
    params: [
      paired("reps", "How many reps: one number, or a column with a row per kind of rep"),
      paired("quota", "The quota of one rep", { unit: "currency" }),
      paired("attainment", "The share of quota that reps attain, such as 92%", {
        unit: "fraction",
      }),
      paired("ramp", "The share of a full rep: 1 when ramped, 0.6 in month 4-6, 0.3 before", {
        optional: true,
        default: "1",
        unit: "fraction",
      }),
    ],
    returns: "An amount; rows without reps, quota or attainment are left out.",
    errors: [NO_NUMBER, "Columns of different heights."],
    example: { formula: "=FORECAST_CAPACITY(15, 2.4, 0.92)", result: 33.12 },
    source: "Sum of reps x quota x attainment x ramp",
    compute: (reps: Numbers, quotas: Numbers, attainments: Numbers, ramps?: Numbers) =>
      capacityForecast(
        reps.flatMap((count, row) => {
          const [quota, attainment] = [quotas[row], attainments[row]];
          if (count === undefined || quota === undefined || attainment === undefined) return [];
          return [{ reps: count, quota, attainment, ramp: ramps?.[row] ?? 1 }];
        }),
      ),
  },
  {
    name: "CATEGORY_ROLLUP",
    family,
    shape: "aggregate",
    about:
      "Forecast by category: conservative is commit, base adds a part of best case, upside adds best case and pipeline in full.",
    params: [
      paired("amounts", "The column of the deals' amounts", { unit: "currency" }),
      {
        name: "categories",
        kind: "text",
        takes: "paired",
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
    ],
    returns:
      "Three cells in a row: conservative, base, upside. Deals without an amount or a category are left out.",
    errors: [NO_NUMBER, "A category that is not one of the five.", "Columns of different heights."],
    example: {
      formula: '=INDEX(CATEGORY_ROLLUP({100; 60; 40}, {"Commit"; "Best Case"; "Pipeline"}), 1, 2)',
      result: 130,
    },
    source: "Bottom-up roll-up: commit; commit + best case x weight; commit + best case + pipeline",
    compute: (amounts: Numbers, names: readonly (string | undefined)[], weight = 0.5) => {
      const deals = amounts.flatMap((amount, row) => {
        const category = choice<ForecastCategory>(
          `row ${row + 1} of categories`,
          names[row],
          CATEGORIES,
        );
        return amount === undefined || category === undefined ? [] : [{ amount, category }];
      });
      const { conservative, base, upside } = categoryRollup(deals, weight);
      return [[conservative, base, upside]];
    },
  },
  {
    name: "ENSEMBLE_FORECAST",
    family,
    shape: "aggregate",
    about: "The weighted mean of the forecasts of several methods.",
    params: [
      paired("methods", "The column of forecasts, one per method", { unit: "currency" }),
      paired("weights", "The column of their weights, in step; they are scaled to add up to 1", {
        optional: true,
        default: "40%, 30%, 20%, 10%: pipeline, history, capacity, statistics",
      }),
    ],
    returns:
      "An amount. A method without a forecast drops out and the other weights are scaled up; blank when none is left.",
    errors: [NO_NUMBER, "A negative weight.", "More than four methods without weights."],
    example: {
      formula: "=ENSEMBLE_FORECAST({23.6; 25.9; 24.3; 24.1}, {0.4; 0.3; 0.2; 0.1})",
      result: 24.48,
    },
    source: "Weighted mean; weights 40/30/20/10",
    compute: (forecasts: Numbers, weights?: Numbers) => {
      const negative = weights?.find((weight) => weight !== undefined && weight < 0);
      if (negative !== undefined) {
        throw new InputError(`weights holds ${negative}; expected weights that are not negative`);
      }
      if (!weights && forecasts.length > STANDARD_WEIGHTS.length) {
        throw new InputError(
          `weights is missing; expected one for each of ${forecasts.length} methods`,
        );
      }
      return ensembleForecast(
        forecasts,
        weights?.map((weight) => weight ?? 0),
      );
    },
  },
];
