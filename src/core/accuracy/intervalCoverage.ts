import { wilsonInterval } from "./wilson.ts";

export type Interval = { readonly low: number; readonly high: number; readonly actual: number };

export type Coverage = {
  readonly share: number;
  /** Where the true share lies, as few periods say little. */
  readonly low: number;
  readonly high: number;
  readonly periods: number;
};

/** The share of intervals that held what came, their limits included. Undefined without a period. */
export function intervalCoverage(
  intervals: readonly Interval[],
  confidence = 0.95,
): Coverage | undefined {
  const periods = intervals.length;
  if (periods === 0) return undefined;
  const held = intervals.filter(({ low, high, actual }) => actual >= low && actual <= high).length;
  const [low, high] = wilsonInterval(held, periods, confidence);
  return { share: held / periods, low, high, periods };
}
