import type { Day } from "../../core/calendar/day.ts";
import { workingDays } from "../../core/calendar/workingDays.ts";
import { elapsedDays } from "../../core/quota/elapsed.ts";
import { quotaAttainment } from "../../core/quota/quotaAttainment.ts";
import { quotaPace } from "../../core/quota/quotaPace.ts";
import type { Book, BookDeal } from "../book.ts";

/** Days over which the recent average is taken, the as-of day being the last. */
export const RECENT_DAYS = 30;

/** How far the period has come. */
export type QuotaClock = {
  readonly workingDays: number;
  readonly workingDaysPassed: number;
  readonly workingDaysLeft: number;
  readonly recentWorkingDays: number;
  /** Working days passed over all; undefined when the period has none. */
  readonly expectedShare: number | undefined;
  readonly daysPassed: number;
  readonly days: number;
};

export function quotaClock({ request }: Book): QuotaClock {
  const { period, asOf, settings } = request;
  const { calendar } = settings;
  const all = workingDays(period.from, period.to, calendar);
  const passed = workingDays(period.from, Math.min(asOf, period.to), calendar);
  const { passed: daysPassed, total: days } = elapsedDays(period.from, period.to, asOf);
  return {
    workingDays: all,
    workingDaysPassed: passed,
    workingDaysLeft: all - passed,
    recentWorkingDays: workingDays(asOf - RECENT_DAYS + 1, asOf, calendar),
    expectedShare: all === 0 ? undefined : passed / all,
    daysPassed,
    days,
  };
}

/** True for a deal won in the last 30 days, in or before the period. */
export function isRecent({ standing }: BookDeal, asOf: Day): boolean {
  const { closeDate } = standing.deal;
  return (
    standing.status === "won" &&
    closeDate !== undefined &&
    closeDate > asOf - RECENT_DAYS &&
    closeDate <= asOf
  );
}

/** How somebody stands against a quota; undefined where quota or closed deals are unknown. */
export type Attainment = {
  readonly quota: number | undefined;
  readonly closed: number | undefined;
  readonly recent: number | undefined;
  readonly attainment: number | undefined;
  readonly pace: number | undefined;
  readonly paceLinear: number | undefined;
  readonly projected: number | undefined;
  readonly projectedShare: number | undefined;
  /** Needed per working day; 0 once met, undefined when no working day is left. */
  readonly required: number | undefined;
  /** Quota that the projection does not reach. */
  readonly gap: number | undefined;
};

export function attainmentOf(
  quota: number | undefined,
  closed: number | undefined,
  recent: number | undefined,
  clock: QuotaClock,
  { request }: Book,
): Attainment {
  const projected = projectedAmount(closed, recent, clock);
  const base = { quota, closed, recent, projected };
  if (quota === undefined || closed === undefined || quota <= 0) {
    return {
      ...base,
      attainment: undefined,
      pace: undefined,
      paceLinear: undefined,
      projectedShare: undefined,
      required: undefined,
      gap: undefined,
    };
  }
  const { expectedShare, workingDaysLeft } = clock;
  const { period, asOf } = request;
  return {
    ...base,
    attainment: quotaAttainment(closed, quota),
    pace:
      expectedShare === undefined || expectedShare === 0
        ? undefined
        : closed / (quota * expectedShare) - 1,
    paceLinear: quotaPace(closed, quota, period.from, period.to, asOf),
    projectedShare: projected === undefined ? undefined : projected / quota,
    required: requiredPerDay(quota - closed, workingDaysLeft),
    gap: projected === undefined ? undefined : Math.max(0, quota - projected),
  };
}

/** Closed plus working days left times the recent average per working day. */
function projectedAmount(
  closed: number | undefined,
  recent: number | undefined,
  { workingDaysLeft, recentWorkingDays }: QuotaClock,
): number | undefined {
  if (closed === undefined) return undefined;
  if (workingDaysLeft === 0) return closed;
  if (recent === undefined || recentWorkingDays === 0) return undefined;
  return closed + (workingDaysLeft * recent) / recentWorkingDays;
}

function requiredPerDay(missing: number, daysLeft: number): number | undefined {
  if (missing <= 0) return 0;
  return daysLeft === 0 ? undefined : missing / daysLeft;
}
