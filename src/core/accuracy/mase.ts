import { mean } from "simple-statistics";
import type { ForecastPair } from "../forecast/forecastPair.ts";

/**
 * Mean absolute scaled error (Hyndman and Koehler 2006): the mean absolute error over that of repeating, inside the past,
 * what came a season earlier. Below 1 is better than that. Undefined when the past never changed or is too short.
 */
export function mase(
  pairs: readonly ForecastPair[],
  past: readonly number[],
  season = 1,
): number | undefined {
  if (pairs.length === 0 || past.length <= season) return undefined;
  const naive = mean(past.slice(season).map((value, at) => Math.abs(value - (past[at] ?? 0))));
  const own = mean(pairs.map(({ forecast, actual }) => Math.abs(actual - forecast)));
  return naive > 0 ? own / naive : undefined;
}
