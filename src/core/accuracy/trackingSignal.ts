import type { ForecastPair } from "../forecast/forecastPair.ts";

/**
 * Sum of forecast - actual over the mean absolute error: how many typical misses the forecasts have drifted one way.
 * Positive = too high. 0 when every forecast was right; undefined without a period.
 */
export function trackingSignal(pairs: readonly ForecastPair[]): number | undefined {
  if (pairs.length === 0) return undefined;
  let [drift, absolute] = [0, 0];
  for (const { forecast, actual } of pairs) {
    drift += forecast - actual;
    absolute += Math.abs(forecast - actual);
  }
  return absolute > 0 ? drift / (absolute / pairs.length) : 0;
}
