import type { Day, Moment } from "../calendar/day.ts";

export type Created = {
  readonly created: Moment | undefined;
  readonly amount: number | undefined;
};

/**
 * Pipeline created within so many days up to the as-of day, that day included, as a multiple of what is left of the
 * quota. Undefined when nothing is left.
 */
export function freshness(
  deals: readonly Created[],
  quotaLeft: number,
  days: number,
  asOf: Day,
): number | undefined {
  if (!(quotaLeft > 0)) return undefined;
  let fresh = 0;
  for (const { created, amount } of deals) {
    if (created === undefined || amount === undefined) continue;
    const day = Math.floor(created);
    if (day <= asOf && day > asOf - days) fresh += amount;
  }
  return fresh / quotaLeft;
}
