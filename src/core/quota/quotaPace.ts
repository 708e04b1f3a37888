import type { Day } from "../calendar/day.ts";
import { elapsedDays } from "./elapsed.ts";

/**
 * How far the actual is ahead of (+) or behind (-) a linear pace, as a fraction of what was expected by now:
 * (actual - expected) / expected with expected = quota x days passed / days of the period. Both ends of the period
 * and the as-of day count as whole days. Undefined without a quota above zero, and before the period begins.
 */
export function quotaPace(
  actual: number,
  quota: number,
  start: Day,
  end: Day,
  asOf: Day,
): number | undefined {
  const { passed, total } = elapsedDays(start, end, asOf);
  const expected = (quota * passed) / total;
  return quota > 0 && passed > 0 ? (actual - expected) / expected : undefined;
}
