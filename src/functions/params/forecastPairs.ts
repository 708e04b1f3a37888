import type { ForecastPair } from "../../core/forecast/forecastPair.ts";
import type { Param } from "../customFunction.ts";
import type { Numbers } from "./openDeals.ts";

export const forecastParam: Param = {
  name: "forecast",
  kind: "number",
  unit: "currency",
  takes: "paired",
  about: "The column of forecasts, one row per period",
};
export const actualParam: Param = {
  name: "actual",
  kind: "number",
  unit: "currency",
  takes: "paired",
  about:
    "The column of what came, in step with the forecasts; a period of which either is blank is left out",
};
export const PAIR_ERRORS = ["A cell that is no number.", "Columns of different heights."];

/** Periods of which both the forecast and the actual are known. */
export function pairsOf(forecast: Numbers, actual: Numbers): ForecastPair[] {
  return forecast.flatMap((value, row) => {
    const came = actual[row];
    return value === undefined || came === undefined ? [] : [{ forecast: value, actual: came }];
  });
}
