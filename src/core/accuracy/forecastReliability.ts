import { forecastBias } from "../forecast/forecastBias.ts";
import type { ForecastPair } from "../forecast/forecastPair.ts";
import { wmape } from "../forecast/wmape.ts";

/** How far a forecaster can be relied on: 1 - WMAPE, not below 0, and which way the forecasts lean in sum. */
export function forecastReliability(
  pairs: readonly ForecastPair[],
): { readonly reliability: number; readonly bias: number | undefined } | undefined {
  const error = wmape(pairs);
  return error === undefined
    ? undefined
    : { reliability: Math.max(0, 1 - error), bias: forecastBias(pairs, "total") };
}
