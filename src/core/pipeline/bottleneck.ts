import { mean } from "simple-statistics";

export type StageLoad = {
  readonly stage: string;
  /** Days in the stage of each open deal. */
  readonly days: readonly number[];
  /** Days since the last activity of each open deal whose activity is known. */
  readonly inactive: readonly number[];
  /** Days a healthy deal spends in the stage. */
  readonly benchmark: number | undefined;
};

export type Bottleneck = {
  readonly stage: string;
  readonly deals: number;
  readonly meanDays: number | undefined;
  readonly benchmark: number | undefined;
  /** Mean days over the benchmark. */
  readonly times: number | undefined;
  /** Share of deals without activity for more than 7 days. */
  readonly inactiveShare: number | undefined;
  /** Days that the stage's deals have waited beyond the benchmark, all together. */
  readonly daysOver: number | undefined;
  readonly why: "Slow and inactive" | "Slow" | "Inactive" | undefined;
};

const SLOW_ABOVE = 1.5;
const INACTIVE_AFTER = 7;
const INACTIVE_SHARE = 0.3;

/**
 * Stages in which open deals pile up: their mean days exceed 1.5 times the benchmark, or more than 30 % had no activity
 * for more than 7 days. The stage that has cost most days beyond its benchmark comes first.
 */
export function bottlenecks(loads: readonly StageLoad[]): Bottleneck[] {
  return loads.map(bottleneckOf).sort((a, b) => (b.daysOver ?? -1) - (a.daysOver ?? -1));
}

function bottleneckOf({ stage, days, inactive, benchmark }: StageLoad): Bottleneck {
  const meanDays = days.length > 0 ? mean([...days]) : undefined;
  const hasBenchmark = benchmark !== undefined && benchmark > 0;
  const times = hasBenchmark && meanDays !== undefined ? meanDays / benchmark : undefined;
  const silent = inactive.filter((one) => one > INACTIVE_AFTER).length;
  const inactiveShare = inactive.length > 0 ? silent / inactive.length : undefined;
  const daysOver = hasBenchmark
    ? days.reduce((sum, one) => sum + Math.max(0, one - benchmark), 0)
    : undefined;
  const isSlow = (times ?? 0) > SLOW_ABOVE;
  const isInactive = (inactiveShare ?? 0) > INACTIVE_SHARE;
  const one = isSlow ? ("Slow" as const) : isInactive ? ("Inactive" as const) : undefined;
  return {
    stage,
    deals: days.length,
    meanDays,
    benchmark,
    times,
    inactiveShare,
    daysOver,
    why: isSlow && isInactive ? "Slow and inactive" : one,
  };
}
