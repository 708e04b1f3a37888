import { type Cohort, recurringForecast } from "../core/forecast/recurringForecast.ts";
import { seriesForecast } from "../core/forecast/series/seriesForecast.ts";
import { InputError } from "../core/inputError.ts";
import type { CustomFunction, Param } from "./customFunction.ts";
import { inside, type Numbers } from "./params/openDeals.ts";
import { ACTUALS_ERRORS, actualsParam, periodsOf, wholeNumber } from "./params/periodColumn.ts";

const family = "Forecast";
const MOST_AHEAD = 120;
const LONGEST_SEASON = 366;

const share = (name: string, about: string): Param => ({
  name,
  kind: "fraction",
  unit: "fraction 0-1",
  takes: "paired",
  about,
});

export const seriesFunctions: readonly CustomFunction[] = [
  {
    name: "FORECAST_SERIES",
    family,
    shape: "aggregate",
    spills: "table",
    about:
      "Forecast of the next periods from the past alone, such as monthly bookings, with honest intervals: a combination of smoothing, Theta and damped trend on shrunken seasons.",
    params: [
      actualsParam,
      {
        name: "periods",
        kind: "number",
        unit: "periods",
        takes: "single",
        about: `How many periods ahead, 1 to ${MOST_AHEAD}`,
      },
      {
        name: "periods_per_year",
        kind: "number",
        unit: "periods",
        optional: true,
        default: "12",
        takes: "single",
        about:
          "After how many periods the season repeats: 12 for months, 4 for quarters, 1 for none",
      },
      {
        name: "level",
        kind: "fraction",
        unit: "fraction 0-1",
        optional: true,
        default: "80%",
        takes: "single",
        about: "The chance that an interval holds what comes",
      },
    ],
    returns:
      "A row per period, the next one first: forecast, low, high. Actuals that were never below zero are not forecast below it. With fewer than 4 periods the mean, without an interval; seasons need two full years. Blank without actuals.",
    errors: [
      ...ACTUALS_ERRORS,
      `Periods that are no whole number from 1 to ${MOST_AHEAD}, or per year from 1 to ${LONGEST_SEASON}.`,
      "A level of 0% or 100%.",
    ],
    example: {
      formula: "=INDEX(FORECAST_SERIES({90; 110; 90; 110; 90; 110; 90; 110}, 2, 2), 1, 1)",
      result: 90,
    },
    source:
      "Theta (Assimakopoulos and Nikolopoulos 2000), damped trend (Gardner and McKenzie 1985), seasonal factors shrunk after James and Stein; tried on the M3 competition's monthly series",
    compute: (actuals: Numbers, periods: number, season = 12, level = 0.8) => {
      const ahead = wholeNumber("periods", periods, 1, MOST_AHEAD);
      const year = wholeNumber("periods_per_year", season, 1, LONGEST_SEASON);
      const known = periodsOf(actuals);
      const found = known && seriesForecast(known, ahead, year, inside("level", level));
      return found?.periods.map(({ mean, low, high }) => [mean, low, high]);
    },
  },
  {
    name: "RECURRING_FORECAST",
    family,
    shape: "aggregate",
    spills: "table",
    about:
      "Forecast of recurring revenue: what is there, less churn and contraction, plus expansion and new business, period by period.",
    params: [
      {
        name: "recurring",
        kind: "number",
        unit: "currency",
        range: [0],
        takes: "paired",
        about: "Recurring revenue now: one number, or a column with a row per cohort",
      },
      share(
        "churn",
        "The share that leaves in a period, such as 2%: one number, or a column in step with the cohorts",
      ),
      share(
        "contraction",
        "The share by which customers who stay reduce in a period, such as 1%; in step",
      ),
      share("expansion", "The share that customers who stay add in a period, such as 3%; in step"),
      {
        name: "periods",
        kind: "number",
        unit: "periods",
        takes: "single",
        about: `How many periods ahead, 1 to ${MOST_AHEAD}`,
      },
      {
        name: "new_business",
        kind: "number",
        unit: "currency",
        range: [0],
        optional: true,
        default: "0",
        takes: "single",
        about:
          "What new customers add in each period; from the next one on it churns like the rest",
      },
    ],
    returns:
      "A row per period, the next one first: closing revenue, churned, contracted, expanded, new. Opening - churned - contracted + expanded + new = closing. Cohorts with a blank are left out; blank when none is left.",
    errors: [
      "A cell that is no number.",
      "Columns of different heights.",
      "Revenue or new business below zero.",
      "A rate that is no share between 0 and 1, or churn and contraction that take more than 100%.",
    ],
    example: { formula: "=INDEX(RECURRING_FORECAST(1000, 5%, 3%, 12%, 2), 2, 1)", result: 1081.6 },
    source: "Retention bridge: opening x (1 - churn - contraction + expansion) + new",
    compute: (
      amounts: Numbers,
      churn: Numbers,
      contraction: Numbers,
      expansion: Numbers,
      periods: number,
      added = 0,
    ) => {
      const ahead = wholeNumber("periods", periods, 1, MOST_AHEAD);
      const cohorts = amounts.flatMap((amount, row): Cohort[] => {
        const [leaves, shrinks, grows] = [churn[row], contraction[row], expansion[row]];
        if (amount === undefined || leaves === undefined) return [];
        if (shrinks === undefined || grows === undefined) return [];
        checkRates(row, leaves, shrinks);
        return [{ amount, churn: leaves, contraction: shrinks, expansion: grows }];
      });
      if (cohorts.length === 0) return undefined;
      return recurringForecast(cohorts, ahead, added).map((period) => [
        period.closing,
        period.churned,
        period.contracted,
        period.expanded,
        period.added,
      ]);
    },
  },
];

function checkRates(row: number, churn: number, contraction: number): void {
  if (churn + contraction <= 1) return;
  throw new InputError(
    `row ${row + 1} of churn and contraction take ${churn + contraction} of the revenue; expected no more than 100%`,
  );
}
