import type { CalibrationBin } from "./calibration.ts";

/**
 * The calibration error that honest probabilities would show by chance alone, with so many deals in each bin: the mean
 * absolute deviation of a normal, sqrt(2 / pi) standard errors.
 */
export function chanceError(bins: readonly CalibrationBin[]): number | undefined {
  const count = bins.reduce((sum, { calls }) => sum + calls, 0);
  if (count === 0) return undefined;
  return bins.reduce((sum, { calls, given }) => {
    const error = Math.sqrt((2 / Math.PI) * ((given * (1 - given)) / calls));
    return sum + (calls / count) * error;
  }, 0);
}
