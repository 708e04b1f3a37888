import type { Day } from "../calendar/day.ts";

/**
 * Amount per calendar day still needed: (quota - actual) / days after the as-of day up to the end. 0 once the quota is
 * met; undefined without a quota above zero, or when no day is left.
 */
export function requiredRunRate(
  actual: number,
  quota: number,
  end: Day,
  asOf: Day,
): number | undefined {
  if (!(quota > 0)) return undefined;
  if (actual >= quota) return 0;
  const left = end - asOf;
  return left > 0 ? (quota - actual) / left : undefined;
}
