import { mean } from "simple-statistics";

/**
 * Forecast of the next period: the last actual x (1 + the mean growth from period to period). Steps from a period of
 * zero or less, or to one below zero, have no growth rate and are left out; undefined when none is left or the last
 * actual is below zero.
 */
export function growthForecast(actuals: readonly number[]): number | undefined {
  const rates: number[] = [];
  actuals.slice(1).forEach((actual, index) => {
    const before = actuals[index] ?? 0;
    if (before > 0 && actual >= 0) rates.push(actual / before - 1);
  });
  const last = actuals.at(-1);
  return last !== undefined && last >= 0 && rates.length > 0 ? last * (1 + mean(rates)) : undefined;
}
