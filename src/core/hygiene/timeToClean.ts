import type { Day } from "../calendar/day.ts";
import { kaplanMeier, type Span, survivalQuantile } from "../statistics/kaplanMeier.ts";

/** When a fault was first found, and when it was found no more. */
export type Fault = { readonly firstFound: Day; readonly goneOn?: Day };

export type TimeToClean = {
  readonly open: number;
  readonly cleaned: number;
  /** Days after which half of the faults are gone, open ones counted for as long as they have stood. */
  readonly median: number | undefined;
  /** Faults put right in a week, over the last weeks in which anybody could. */
  readonly perWeek: number | undefined;
  /** Until the open ones are gone, at that pace. */
  readonly weeksLeft: number | undefined;
  /** Put right in a week, so that the usual time is kept. */
  readonly neededPerWeek: number;
};

/** A clean-up usually takes so long. */
export const USUAL_WEEKS = 2;
const WEEK = 7;
/** The pace is that of the last weeks. */
const PACE_DAYS = 28;

/** How long a clean-up takes, by what was put right so far. */
export function timeToClean(faults: readonly Fault[], asOf: Day): TimeToClean {
  let [open, recent, first] = [0, 0, asOf];
  const spans: Span[] = [];
  for (const { firstFound, goneOn } of faults) {
    const isOver = goneOn !== undefined;
    spans.push({ days: Math.max(0, (goneOn ?? asOf) - firstFound), isOver });
    if (!isOver) open++;
    else if (goneOn > asOf - PACE_DAYS) recent++;
    first = Math.min(first, firstFound);
  }
  const weeks = Math.min(PACE_DAYS, asOf - first) / WEEK;
  const perWeek = weeks > 0 ? recent / weeks : undefined;
  return {
    open,
    cleaned: faults.length - open,
    median: survivalQuantile(kaplanMeier(spans), 0.5),
    perWeek,
    weeksLeft: open === 0 ? 0 : perWeek ? open / perWeek : undefined,
    neededPerWeek: open / USUAL_WEEKS,
  };
}
