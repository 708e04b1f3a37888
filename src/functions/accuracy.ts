import { forecastReliability } from "../core/accuracy/forecastReliability.ts";
import { type Interval, intervalCoverage } from "../core/accuracy/intervalCoverage.ts";
import { mase } from "../core/accuracy/mase.ts";
import { trackingSignal } from "../core/accuracy/trackingSignal.ts";
import { InputError } from "../core/inputError.ts";
import type { CustomFunction, Param } from "./customFunction.ts";
import { actualParam, forecastParam, PAIR_ERRORS, pairsOf } from "./params/forecastPairs.ts";
import { inside, type Numbers } from "./params/openDeals.ts";
import { wholeNumber } from "./params/periodColumn.ts";

const family = "Forecast";
const limit = (name: string, about: string): Param => ({ ...forecastParam, name, about });

export const accuracyFunctions: readonly CustomFunction[] = [
  {
    name: "FORECAST_RELIABILITY",
    family,
    shape: "aggregate",
    spills: "row",
    about:
      "How far a forecaster can be relied on: 1 less the weighted error, with the lean of the forecasts beside it.",
    params: [forecastParam, actualParam],
    returns:
      "Two cells in a row: reliability, a fraction from 0 to 1 (0.9 means misses of 10% by money), and bias, 0.05 being 5% too high in sum. Blank when the actuals are all 0.",
    errors: PAIR_ERRORS,
    example: { formula: "=INDEX(FORECAST_RELIABILITY({90; 210}, {100; 300}), 1, 1)", result: 0.75 },
    source: "1 - WMAPE, not below 0 (own); bias as FORECAST_BIAS in total",
    compute: (forecast: Numbers, actual: Numbers) => {
      const found = forecastReliability(pairsOf(forecast, actual));
      return found && [[found.reliability, found.bias]];
    },
  },
  {
    name: "MASE",
    family,
    shape: "aggregate",
    about:
      "Forecast accuracy against the simplest forecast: the mean error over that of repeating what came before. Below 1 is better than repeating.",
    params: [
      forecastParam,
      actualParam,
      {
        ...actualParam,
        name: "past",
        takes: "column",
        optional: true,
        default: "the actuals themselves",
        about: "What came before the forecasts, one row per period without gaps, the latest last",
      },
      {
        name: "periods_per_year",
        kind: "number",
        unit: "periods",
        optional: true,
        default: "1, the period before is repeated",
        takes: "single",
        about: "4 or 12 compares with the same quarter or month of the year before",
      },
    ],
    returns:
      "A multiple: 0.8 misses 20% less than repeating does. Blank when the past never changed, is no longer than a year (or than one period), or no period has both numbers.",
    errors: [...PAIR_ERRORS, "Periods per year that are no whole number from 1 on."],
    example: { formula: "=MASE({90; 220}, {100; 200}, {80; 100; 110})", result: 1 },
    source: "Hyndman and Koehler 2006",
    compute: (forecast: Numbers, actual: Numbers, past?: readonly number[], year = 1) =>
      mase(
        pairsOf(forecast, actual),
        past ?? actual.filter((value) => value !== undefined),
        wholeNumber("periods_per_year", year, 1),
      ),
  },
  {
    name: "TRACKING_SIGNAL",
    family,
    shape: "aggregate",
    about:
      "Whether forecasts keep missing the same way: the sum of the errors in typical errors. Beyond 4 or -4 the method is off.",
    params: [forecastParam, actualParam],
    returns:
      "A number, above 0 when forecasts are too high; 0 when all were right. Blank without a period.",
    errors: PAIR_ERRORS,
    example: { formula: "=TRACKING_SIGNAL({110; 190; 120}, {100; 200; 100})", result: 1.5 },
    source: "Sum of forecast - actual over the mean absolute error (Brown 1959)",
    compute: (forecast: Numbers, actual: Numbers) => trackingSignal(pairsOf(forecast, actual)),
  },
  {
    name: "INTERVAL_COVERAGE",
    family,
    shape: "aggregate",
    spills: "row",
    about:
      "How many forecast ranges held what came, and how sure that is: 80% ranges should hold 80%.",
    params: [
      limit("low", "The column of the ranges' low ends, one row per period"),
      limit("high", "The column of their high ends"),
      actualParam,
      {
        name: "confidence",
        kind: "fraction",
        unit: "fraction 0-1",
        optional: true,
        default: "95%",
        takes: "single",
        about: "How sure the range around that share is",
      },
    ],
    returns:
      "Four cells in a row: the share of ranges that held, the low and high end of what that share may truly be, and the number of periods. Blank without a period.",
    errors: [...PAIR_ERRORS, "A low end above its high end.", "A confidence of 0% or 100%."],
    example: {
      formula:
        "=INDEX(INTERVAL_COVERAGE({90; 90; 90; 90}, {110; 110; 110; 110}, {100; 95; 120; 110}), 1, 1)",
      result: 0.75,
    },
    source: "Share of ranges that held; its own range by Wilson 1927",
    compute: (lows: Numbers, highs: Numbers, actuals: Numbers, confidence = 0.95) => {
      const intervals = actuals.flatMap((actual, row): Interval[] => {
        const [low, high] = [lows[row], highs[row]];
        if (actual === undefined || low === undefined || high === undefined) return [];
        if (low <= high) return [{ low, high, actual }];
        throw new InputError(
          `row ${row + 1} has a low of ${low} and a high of ${high}; expected the low end first`,
        );
      });
      const found = intervalCoverage(intervals, inside("confidence", confidence));
      return found && [[found.share, found.low, found.high, found.periods]];
    },
  },
];
