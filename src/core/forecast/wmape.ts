import { sum } from "simple-statistics";
import type { ForecastPair } from "./forecastPair.ts";

/**
 * Weighted mean absolute percentage error, as a fraction: the sum of |actual - forecast| / the sum of |actual|, so that
 * large periods weigh more and an actual of zero still counts. Undefined when the actuals are all zero or none is there.
 */
export function wmape(pairs: readonly ForecastPair[]): number | undefined {
  const total = sum(pairs.map(({ actual }) => Math.abs(actual)));
  return total > 0
    ? sum(pairs.map(({ forecast, actual }) => Math.abs(actual - forecast))) / total
    : undefined;
}
