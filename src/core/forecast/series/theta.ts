import { linearRegression } from "simple-statistics";
import type { Smoothing } from "./smoothing.ts";

/**
 * The Theta method (Assimakopoulos and Nikolopoulos 2000) as Hyndman and Billah (2003) restate it: simple exponential
 * smoothing with half the slope of the straight line through the values as drift.
 */
export function thetaAhead(
  values: readonly number[],
  { alpha, level }: Smoothing,
  periods: number,
): number {
  const drift =
    values.length > 1 ? linearRegression(values.map((value, at) => [at, value])).m / 2 : 0;
  return level + drift * (periods - 1 + (1 - (1 - alpha) ** values.length) / alpha);
}
