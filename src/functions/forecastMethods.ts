import { capacityForecast } from "../core/forecast/capacityForecast.ts";
import { growthForecast } from "../core/forecast/growthForecast.ts";
import { movingAverage } from "../core/forecast/movingAverage.ts";
import { seasonalForecast } from "../core/forecast/seasonalForecast.ts";
import { InputError } from "../core/inputError.ts";
import type { CustomFunction, Param } from "./customFunction.ts";
import type { Numbers } from "./params/openDeals.ts";
import { ACTUALS_ERRORS, actualsParam, periodsOf, wholeNumber } from "./params/periodColumn.ts";

const family = "Forecast";

const NO_NUMBER = "A cell that is no number.";
/** Beyond ten times the quota an attainment is a percent without its sign. */
const MOST_ATTAINED = 10;
const paired = (name: string, about: string, more?: Partial<Param>): Param => ({
  name,
  kind: "number",
  takes: "paired",
  about,
  ...more,
});

function within(name: string, row: number, value: number, most: number, expected: string): void {
  if (value >= 0 && value <= most) return;
  throw new InputError(`row ${row + 1} of ${name} holds ${value}; expected ${expected}`);
}

export const forecastMethodFunctions: readonly CustomFunction[] = [
  {
    name: "FORECAST_MA",
    family,
    shape: "aggregate",
    about: "Forecast of the next period by moving average: the mean of the last periods.",
    params: [
      actualsParam,
      {
        name: "periods",
        kind: "number",
        unit: "periods",
        optional: true,
        default: "3",
        takes: "single",
        about: "Over how many of the last periods, 1 or more",
      },
    ],
    returns: "An amount, the forecast of one period; blank with fewer periods than that.",
    errors: [...ACTUALS_ERRORS, "A number of periods that is no whole number from 1 on."],
    example: { formula: "=FORECAST_MA({100; 120; 110; 130})", result: 120 },
    source: "Mean of the last n actuals, n = 3",
    compute: (values: Numbers, periods = 3) =>
      movingAverage(periodsOf(values) ?? [], wholeNumber("periods", periods, 1)),
  },
  {
    name: "FORECAST_GROWTH",
    family,
    shape: "aggregate",
    about: "Forecast of the next period by growth: the last period times 1 + mean growth.",
    params: [actualsParam],
    returns:
      "An amount, the forecast of one period. Growth from a period of zero or less, or to one below zero, is left out; blank when none is left, or when the last period is below zero.",
    errors: ACTUALS_ERRORS,
    example: { formula: "=FORECAST_GROWTH({100; 110; 132})", result: 151.8 },
    source: "Last actual x (1 + mean growth rate)",
    compute: (values: Numbers) => growthForecast(periodsOf(values) ?? []),
  },
  {
    name: "FORECAST_SEASONAL",
    family,
    shape: "aggregate",
    about: "Forecast of the next period by trend and season: linear trend times seasonal index.",
    params: [
      actualsParam,
      {
        name: "periods_per_year",
        kind: "number",
        unit: "periods",
        optional: true,
        default: "4",
        takes: "single",
        about: "After how many periods the season repeats: 4 for quarters, 12 for months",
      },
    ],
    returns:
      "An amount, the forecast of one period; blank with less than two full years, or when a season has no sales.",
    errors: [...ACTUALS_ERRORS, "Periods per year that are no whole number from 2 on."],
    example: { formula: "=FORECAST_SEASONAL({80; 120; 80; 120; 80; 120}, 2)", result: 80 },
    source: "Classical multiplicative decomposition by centred moving averages",
    compute: (values: Numbers, year = 4) =>
      seasonalForecast(periodsOf(values) ?? [], wholeNumber("periods_per_year", year, 2)),
  },
  {
    name: "FORECAST_CAPACITY",
    family,
    shape: "aggregate",
    about: "Forecast by capacity: reps times quota times attainment, less while they ramp.",
    params: [
      paired("reps", "How many reps: one number, or a column with a row per kind of rep", {
        unit: "people",
      }),
      paired("quota", "The quota of one rep for the period to forecast, in step", {
        unit: "currency",
      }),
      paired(
        "attainment",
        "The share of quota that reps attain, such as 92%; above 100% is possible",
        {
          unit: "fraction",
        },
      ),
      paired("ramp", "The share of a full rep: 1 when ramped, 0.6 in month 4-6, 0.3 before", {
        optional: true,
        default: "1",
        unit: "fraction 0-1",
      }),
    ],
    returns:
      "An amount, the sum over the rows; rows without reps, quota or attainment are left out, and it is blank when none is left.",
    errors: [
      NO_NUMBER,
      "A negative number, an attainment above 1,000%, or a ramp above 100%.",
      "Columns of different heights.",
    ],
    example: { formula: "=FORECAST_CAPACITY(15, 2.4, 0.92)", result: 33.12 },
    source: "Sum of reps x quota x attainment x ramp",
    compute: (reps: Numbers, quotas: Numbers, attainments: Numbers, ramps?: Numbers) =>
      capacityForecast(
        reps.flatMap((count, row) => {
          const [quota, attainment] = [quotas[row], attainments[row]];
          if (count === undefined || quota === undefined || attainment === undefined) return [];
          const ramp = ramps?.[row] ?? 1;
          within("reps", row, count, Number.POSITIVE_INFINITY, "a number that is not negative");
          within("quota", row, quota, Number.POSITIVE_INFINITY, "an amount that is not negative");
          within("attainment", row, attainment, MOST_ATTAINED, "a share such as 92% or 0.92");
          within("ramp", row, ramp, 1, "a share between 0% and 100%");
          return [{ reps: count, quota, attainment, ramp }];
        }),
      ),
  },
];
