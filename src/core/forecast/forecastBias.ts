import { mean, sum } from "simple-statistics";
import type { ForecastPair } from "./forecastPair.ts";

/** `mean`: every period weighs the same, those with an actual of zero are left out. `total`: by the sums. */
export type BiasMode = "mean" | "total";

/**
 * Forecast bias as a fraction: the mean of (forecast - actual) / |actual|, or the sum of forecast - actual over the
 * sum of actuals. Positive = forecast too high. Undefined when no period, or only actuals of zero, are there.
 */
export function forecastBias(
  pairs: readonly ForecastPair[],
  mode: BiasMode = "mean",
): number | undefined {
  if (mode === "total") {
    const actual = Math.abs(sum(pairs.map((pair) => pair.actual)));
    return actual > 0 ? sum(pairs.map((pair) => pair.forecast - pair.actual)) / actual : undefined;
  }
  const ratios = pairs
    .filter((pair) => pair.actual !== 0)
    .map((pair) => (pair.forecast - pair.actual) / Math.abs(pair.actual));
  return ratios.length > 0 ? mean(ratios) : undefined;
}
