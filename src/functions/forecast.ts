import type { Day } from "../core/calendar/day.ts";
import { type BiasMode, forecastBias } from "../core/forecast/forecastBias.ts";
import { forecastCategory } from "../core/forecast/forecastCategory.ts";
import { hitRate } from "../core/forecast/hitRate.ts";
import { mape } from "../core/forecast/mape.ts";
import { variancePct } from "../core/forecast/variancePct.ts";
import { weightedForecast } from "../core/forecast/weightedForecast.ts";
import { wmape } from "../core/forecast/wmape.ts";
import { InputError } from "../core/inputError.ts";
import type { ReportOptions } from "../settings/settings.ts";
import type { Cell } from "../tables/reading/cell.ts";
import type { CustomFunction } from "./customFunction.ts";
import { choice } from "./params/choice.ts";
import { earlierFirst } from "./params/earlierFirst.ts";
import { actualParam, forecastParam, PAIR_ERRORS, pairsOf } from "./params/forecastPairs.ts";
import type { Numbers } from "./params/openDeals.ts";
import { optionsParam } from "./params/optionsParam.ts";
import {
  type ProbabilityTable,
  probabilitiesOf,
  probabilityTable,
  stagesOrProbabilities,
} from "./params/probabilities.ts";

const family = "Forecast";

/** Which deals close between two days; without either day all of them count. */
function windowOf(
  dates: readonly (Day | undefined)[] | undefined,
  from?: Day,
  to?: Day,
): (row: number) => boolean {
  if (from === undefined && to === undefined) return () => true;
  if (!dates)
    throw new InputError("from and to need close_dates; expected the column of close dates");
  if (from !== undefined && to !== undefined) earlierFirst("from", from, "to", to);
  return (row) => {
    const date = dates[row];
    return (
      date !== undefined && (from === undefined || date >= from) && (to === undefined || date <= to)
    );
  };
}

export const forecastFunctions: readonly CustomFunction[] = [
  {
    name: "WEIGHTED_FORECAST",
    family,
    shape: "aggregate",
    about:
      "Weighted forecast: the sum of amount times probability over deals, by stage names or probabilities.",
    params: [
      {
        name: "amounts",
        kind: "number",
        unit: "currency",
        takes: "paired",
        fields: ["amount"],
        about:
          "The column of the deals' amounts; or the whole table of deals with its header row, such as REVOPS_OPPORTUNITIES, which brings stages (else probabilities) and close dates along",
      },
      { ...stagesOrProbabilities, fields: ["stage", "probability"] },
      probabilityTable,
      {
        name: "close_dates",
        kind: "date",
        optional: true,
        default: "all deals count",
        takes: "paired",
        fields: ["closeDate"],
        about: "The column of close dates, in step with the amounts; needed for from and to",
      },
      {
        name: "from",
        kind: "date",
        optional: true,
        default: "no first day",
        takes: "single",
        about: "First close date that counts; deals without a close date then do not",
      },
      {
        name: "to",
        kind: "date",
        optional: true,
        default: "no last day",
        takes: "single",
        about: "Last close date that counts",
      },
    ],
    returns:
      "An amount. Deals without an amount or a probability are left out; blank when none is left.",
    errors: [
      "A cell that is no number or date.",
      "A stage that prob_table does not know.",
      "Columns of different heights.",
      "A column that mixes percents and fractions.",
      "A table of deals without the columns needed, or with amounts in several currencies.",
    ],
    example: { formula: '=WEIGHTED_FORECAST({100; 50}, {"Proposal"; "Negotiation"})', result: 100 },
    source:
      "Weighted pipeline: sum of amount x probability; probabilities of the sales operations guide",
    compute: (
      amounts: Numbers,
      stages: readonly Cell[],
      table: ProbabilityTable,
      dates?: readonly (Day | undefined)[],
      from?: Day,
      to?: Day,
    ) => {
      const inWindow = windowOf(dates, from, to);
      const counts = (row: number) => amounts[row] !== undefined && inWindow(row);
      return weightedForecast(amounts, probabilitiesOf(stages, table, counts));
    },
  },
  {
    name: "FORECAST_CATEGORY",
    family,
    shape: "rows",
    about:
      "The forecast category of a deal by its probability: Commit from 90%, Best Case from 70%, Pipeline from 50%, else Omitted.",
    params: [
      {
        name: "probability",
        kind: "fraction",
        unit: "fraction 0-1",
        about:
          "A probability or a column of them (60%, 0.6 and 60 are told apart by the whole column)",
      },
      optionsParam("the limits above"),
    ],
    returns: "Commit, Best Case, Pipeline or Omitted.",
    errors: [
      "A probability that is no share between 0 and 1.",
      "A column that mixes percents and fractions.",
    ],
    example: { formula: "=FORECAST_CATEGORY(75%)", result: "Best Case" },
    source: "Sales forecasting practice: commit 90, best case 70, pipeline 50",
    compute: (probability: number, { commitFrom, bestCaseFrom, pipelineFrom }: ReportOptions) =>
      forecastCategory(probability, {
        commit: commitFrom,
        bestCase: bestCaseFrom,
        pipeline: pipelineFrom,
      }),
  },
  {
    name: "MAPE",
    family,
    shape: "aggregate",
    about: "Forecast accuracy: the mean absolute percentage error, every period weighing the same.",
    params: [forecastParam, actualParam],
    returns:
      "A fraction: 0.05 is an error of 5%. Periods with an actual of 0 are left out; blank when none is left.",
    errors: PAIR_ERRORS,
    example: { formula: "=MAPE({90; 220}, {100; 200})", result: 0.1 },
    source: "Mean of |actual - forecast| / |actual|",
    compute: (forecast: Numbers, actual: Numbers) => mape(pairsOf(forecast, actual)),
  },
  {
    name: "WMAPE",
    family,
    shape: "aggregate",
    about:
      "Forecast accuracy: the sum of absolute errors over the sum of actuals, so that large periods weigh more.",
    params: [forecastParam, actualParam],
    returns: "A fraction: 0.05 is an error of 5%. Blank when the actuals are all 0.",
    errors: PAIR_ERRORS,
    example: { formula: "=WMAPE({90; 210}, {100; 300})", result: 0.25 },
    source: "Sum of |actual - forecast| / sum of |actual|",
    compute: (forecast: Numbers, actual: Numbers) => wmape(pairsOf(forecast, actual)),
  },
  {
    name: "FORECAST_BIAS",
    family,
    shape: "aggregate",
    about: "Whether forecasts are too high (+) or too low (-).",
    params: [
      forecastParam,
      actualParam,
      {
        name: "mode",
        kind: "text",
        optional: true,
        default: "mean",
        takes: "single",
        about: '"mean" averages the error of each period, "total" takes the sums of all periods',
      },
    ],
    returns:
      "A fraction: 0.05 is 5% too high. The mean leaves out periods with an actual of 0; blank when none is left, or when the actuals add up to 0 in total.",
    errors: [...PAIR_ERRORS, "A mode other than mean or total."],
    example: { formula: '=FORECAST_BIAS({110; 190}, {100; 200}, "total")', result: 0 },
    source:
      "Mean of (forecast - actual) / actual; sum of forecast - actual over the sum of actuals",
    compute: (forecast: Numbers, actual: Numbers, mode?: string) =>
      forecastBias(pairsOf(forecast, actual), choice<BiasMode>("mode", mode, ["mean", "total"])),
  },
  {
    name: "HIT_RATE",
    family,
    shape: "aggregate",
    about: "Forecast accuracy: the share of periods whose forecast came close to what came.",
    params: [
      forecastParam,
      actualParam,
      {
        name: "tolerance",
        kind: "fraction",
        unit: "fraction 0-1",
        optional: true,
        default: "5%",
        takes: "single",
        about: "How far off a hit may be, up or down, as a share of the actual",
      },
    ],
    returns:
      "A fraction: 0.75 is three periods of four. Periods with an actual of 0 are left out; blank when none is left.",
    errors: [...PAIR_ERRORS, "A tolerance that is no share between 0 and 1."],
    example: { formula: "=HIT_RATE({96; 220}, {100; 200})", result: 0.5 },
    source: "Share of periods with |forecast - actual| / |actual| within the tolerance",
    compute: (forecast: Numbers, actual: Numbers, tolerance?: number) =>
      hitRate(pairsOf(forecast, actual), tolerance),
  },
  {
    name: "VARIANCE_PCT",
    family,
    shape: "rows",
    about: "How far what came is above (+) or below (-) the plan, as a share of the plan.",
    params: [
      { name: "actual", kind: "number", unit: "currency", about: "What came, or a column of it" },
      {
        name: "plan",
        kind: "number",
        unit: "currency",
        about: "What was planned, the target or the forecast, in step with what came",
      },
    ],
    returns: "A fraction of the plan: -0.13 is 13% below it. Blank where the plan is 0.",
    errors: ["A single value that is no number.", "Columns of different heights."],
    example: { formula: "=VARIANCE_PCT(522, 600)", result: -0.13 },
    source: "Actual against plan: (actual - plan) / plan",
    compute: variancePct,
  },
];
