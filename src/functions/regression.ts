import {
  type RegressionForecast,
  regressionForecast,
} from "../core/forecast/regressionForecast.ts";
import { InputError } from "../core/inputError.ts";
import { studentQuantile } from "../core/statistics/studentQuantile.ts";
import type { CustomFunction, Param } from "./customFunction.ts";
import { type NumberRows, numberRowsParam } from "./params/numberRowsParam.ts";
import type { Numbers } from "./params/openDeals.ts";

const family = "Forecast";
const PARAMS: readonly Param[] = [
  {
    name: "actuals",
    kind: "number",
    unit: "currency",
    takes: "paired",
    about: "The column of what came, one row per period; periods without a number are left out",
  },
  numberRowsParam(
    "drivers",
    "What is known in advance, such as open pipeline: one column per driver, one row per period, in step with the actuals",
  ),
  numberRowsParam(
    "new_drivers",
    "The drivers of the period to forecast: one row with a cell per driver, in the same order",
  ),
];
const ERRORS = [
  "A cell that is no number.",
  "Drivers of another height than the actuals, or of different widths.",
];
/** How sure the ranges of an explanation are. */
const LEVEL = 0.8;

function regressionOf(
  values: Numbers,
  drivers: NumberRows,
  next: NumberRows,
): RegressionForecast | undefined {
  const [row] = next;
  if (!row || drivers.length === 0) return undefined;
  let known = values.length;
  while (known > 0 && values[known - 1] === undefined) known--;
  if (drivers.length < known) {
    throw new InputError(
      `drivers has ${drivers.length} rows but actuals has ${known}; expected the same height`,
    );
  }
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
  return regressionForecast(
    used.map(({ actual }) => actual),
    used.map(({ given }) => given),
    row,
  );
}

export const regressionFunctions: readonly CustomFunction[] = [
  {
    name: "FORECAST_REGRESSION",
    family,
    shape: "aggregate",
    spills: "row",
    about:
      "Forecast from drivers such as coverage and win rate, by linear regression, with the share of the variance explained.",
    params: PARAMS,
    returns:
      "Two cells in a row: the forecast and R squared (blank when all actuals are equal). Use 12 periods or more; blank with fewer than two periods more than drivers, or when drivers repeat one another.",
    errors: ERRORS,
    example: {
      formula: "=INDEX(FORECAST_REGRESSION({3; 5; 7; 9}, {1; 2; 3; 4}, 5), 1, 1)",
      result: 11,
    },
    source: "Ordinary least squares with an intercept",
    compute: (values: Numbers, drivers: NumberRows, next: NumberRows) => {
      const found = regressionOf(values, drivers, next);
      return found && [[found.estimate, found.rSquared]];
    },
  },
  {
    name: "FORECAST_REGRESSION_EXPLAIN",
    family,
    shape: "aggregate",
    spills: "table",
    about:
      "The forecast of FORECAST_REGRESSION taken apart by driver, with how sure each slope is and how much the fit can be trusted.",
    params: PARAMS,
    returns:
      "A table of five columns: part, amount, slope, and the low and high end of its 80% range. The intercept and a row per driver add up to the forecast below them, which has the 80% range of what comes; then R squared, adjusted R squared, the residual deviation and the degrees of freedom. A driver whose range holds 0 may do nothing. Blank as FORECAST_REGRESSION.",
    errors: ERRORS,
    example: {
      formula: "=INDEX(FORECAST_REGRESSION_EXPLAIN({3; 5; 7; 9}, {1; 2; 3; 4}, 5), 2, 2)",
      result: 10,
    },
    source: "Ordinary least squares; ranges by Student's t",
    compute: (values: Numbers, drivers: NumberRows, next: NumberRows) => {
      const found = regressionOf(values, drivers, next);
      if (!found) return undefined;
      const times = studentQuantile((1 + LEVEL) / 2, found.freedom);
      const { estimate, predictionError } = found;
      return [
        ["Intercept", found.intercept, undefined, undefined, undefined],
        ...found.drivers.map(({ slope, error, adds }, at) => [
          `Driver ${at + 1}`,
          adds,
          slope,
          slope - times * error,
          slope + times * error,
        ]),
        [
          "Forecast",
          estimate,
          undefined,
          estimate - times * predictionError,
          estimate + times * predictionError,
        ],
        ["R squared", found.rSquared, undefined, undefined, undefined],
        ["Adjusted R squared", found.adjusted, undefined, undefined, undefined],
        ["Residual deviation", found.residual, undefined, undefined, undefined],
        ["Degrees of freedom", found.freedom, undefined, undefined, undefined],
      ];
    },
  },
];
