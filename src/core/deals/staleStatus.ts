export type StaleStatus = "On Track" | "Slow" | "Stalled" | "Stale";

const SLOW_ABOVE = 1.3;
const STALLED_ABOVE = 1.5;

/**
 * How a deal's days in its stage compare with the stage's benchmark: Slow above 1.3 times it, Stalled above 1.5 times,
 * Stale above the multiple (2 by default). Undefined without a benchmark above zero.
 */
export function staleStatus(
  days: number,
  benchmarkDays: number,
  multiple = 2,
): StaleStatus | undefined {
  if (!(benchmarkDays > 0)) return undefined;
  const ratio = days / benchmarkDays;
  if (ratio > multiple) return "Stale";
  if (ratio > STALLED_ABOVE) return "Stalled";
  return ratio > SLOW_ABOVE ? "Slow" : "On Track";
}
