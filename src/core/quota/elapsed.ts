import type { Day } from "../calendar/day.ts";

/** Calendar days of a period that have passed, the as-of day counted as passed, and those that are left. */
export function elapsedDays(
  start: Day,
  end: Day,
  asOf: Day,
): { passed: number; left: number; total: number } {
  const total = end - start + 1;
  const passed = Math.min(total, Math.max(0, asOf - start + 1));
  return { passed, left: total - passed, total };
}
