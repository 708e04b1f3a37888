/** Pipeline, history, capacity and statistics, in this order. */
export const STANDARD_WEIGHTS: readonly number[] = [0.4, 0.3, 0.2, 0.1];

/**
 * The weighted mean of several forecasts. A method without a forecast drops out and the weights of the others are
 * scaled up to 1. Undefined when none is left or their weights add up to zero.
 */
export function ensembleForecast(
  forecasts: readonly (number | undefined)[],
  weights: readonly number[] = STANDARD_WEIGHTS,
): number | undefined {
  let [sum, total] = [0, 0];
  forecasts.forEach((forecast, method) => {
    if (forecast === undefined) return;
    const weight = weights[method] ?? 0;
    sum += weight * forecast;
    total += weight;
  });
  return total > 0 ? sum / total : undefined;
}
