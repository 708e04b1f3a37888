import type { Day } from "../calendar/day.ts";
import {
  kaplanMeier,
  restrictedMean,
  type Span,
  type SurvivalStep,
  survivalQuantile,
} from "../statistics/kaplanMeier.ts";
import type { StageStay } from "./stageStays.ts";

/** So many stays must have ended before a stage has a limit of its own. */
export const LEAST_STAYS = 20;
/** The rule in print: stale beyond twice the average days in the stage. */
const STALE_MULTIPLE = 2;
const SLOW_SHARE = 0.9;

export type TimeInStage = {
  /** Stays whose beginning is known. */
  readonly stays: number;
  readonly open: number;
  readonly ended: number;
  /** Of the stays whose beginning is not known. */
  readonly leftOut: number;
  /** By Kaplan-Meier, with open stays counted for as long as they have lasted. Undefined where too few have ended. */
  readonly median: number | undefined;
  readonly p75: number | undefined;
  readonly p90: number | undefined;
  /** The mean up to the longest stay, open ones included. */
  readonly mean: number | undefined;
  /** What CRMs print: too short while slow deals are still open. */
  readonly completedMean: number | undefined;
  /** Twice the mean. */
  readonly twiceMean: number | undefined;
  /** Beyond this a deal is stalled: the P90 with enough ended stays, else twice the mean. */
  readonly limit: number | undefined;
  readonly limitIs: "P90" | "2 x mean" | undefined;
};

const stayDays = ({ entered, left }: StageStay, asOf: Day): number | undefined =>
  entered === undefined ? undefined : Math.max(0, (left ?? asOf) - entered);

/** How long stays last: any way out ends one. */
export function timeInStage(stays: readonly StageStay[], asOf: Day): TimeInStage {
  const spans: Span[] = [];
  for (const stay of stays) {
    const days = stayDays(stay, asOf);
    if (days !== undefined) spans.push({ days, isOver: stay.left !== undefined });
  }
  const over = spans.filter(({ isOver }) => isOver);
  const steps = kaplanMeier(spans);
  const longest = spans.reduce((most, { days }) => Math.max(most, days), 0);
  const mean = over.length > 0 ? restrictedMean(steps, longest) : undefined;
  return {
    stays: spans.length,
    open: spans.length - over.length,
    ended: over.length,
    leftOut: stays.length - spans.length,
    median: survivalQuantile(steps, 0.5),
    p75: survivalQuantile(steps, 0.75),
    p90: survivalQuantile(steps, SLOW_SHARE),
    mean,
    completedMean:
      over.length > 0 ? over.reduce((sum, { days }) => sum + days, 0) / over.length : undefined,
    ...limitOf(steps, over.length, mean),
  };
}

function limitOf(steps: readonly SurvivalStep[], ended: number, mean: number | undefined) {
  const p90 = ended < LEAST_STAYS ? undefined : survivalQuantile(steps, SLOW_SHARE);
  const twiceMean = mean === undefined ? undefined : STALE_MULTIPLE * mean;
  if (p90 !== undefined) return { twiceMean, limit: p90, limitIs: "P90" as const };
  return {
    twiceMean,
    limit: twiceMean,
    limitIs: twiceMean === undefined ? undefined : ("2 x mean" as const),
  };
}
