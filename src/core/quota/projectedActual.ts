import type { Day } from "../calendar/day.ts";
import { elapsedDays } from "./elapsed.ts";

/**
 * What the period will have brought at its end: actual + amount per day x calendar days left. The amount per day is
 * that of the last 30 days where it is known, else the average of the period so far.
 * Undefined before the period begins when no amount per day is given.
 */
export function projectedActual(
  actual: number,
  start: Day,
  end: Day,
  asOf: Day,
  recentPerDay?: number,
): number | undefined {
  const { passed, left } = elapsedDays(start, end, asOf);
  if (recentPerDay !== undefined) return actual + recentPerDay * left;
  return passed > 0 ? actual + (actual / passed) * left : undefined;
}
