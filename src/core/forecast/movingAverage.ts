import { mean } from "simple-statistics";

/** Forecast of the next period: the mean of the last `count` actuals. Undefined when fewer are known. */
export function movingAverage(actuals: readonly number[], count = 3): number | undefined {
  return count >= 1 && actuals.length >= count ? mean(actuals.slice(-count)) : undefined;
}
