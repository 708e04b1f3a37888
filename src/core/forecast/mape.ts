import { mean } from "simple-statistics";
import type { ForecastPair } from "./forecastPair.ts";

/**
 * Mean absolute percentage error, as a fraction: the mean of |actual - forecast| / |actual|. Periods with an actual of
 * zero have no percentage error and are left out; undefined when none is left.
 */
export function mape(pairs: readonly ForecastPair[]): number | undefined {
  const errors = pairs
    .filter(({ actual }) => actual !== 0)
    .map(({ forecast, actual }) => Math.abs(actual - forecast) / Math.abs(actual));
  return errors.length > 0 ? mean(errors) : undefined;
}
