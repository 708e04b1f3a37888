import type { ForecastPair } from "./forecastPair.ts";

/**
 * Share of periods whose forecast came within a tolerance (fraction) of the actual, the limit included. Periods with an
 * actual of zero are left out; undefined when none is left.
 */
export function hitRate(pairs: readonly ForecastPair[], tolerance = 0.05): number | undefined {
  const judged = pairs.filter(({ actual }) => actual !== 0);
  if (judged.length === 0) return undefined;
  const hits = judged.filter(
    ({ forecast, actual }) => Math.abs(forecast - actual) <= Math.abs(actual) * (tolerance + 1e-12),
  );
  return hits.length / judged.length;
}
