import type { Day } from "../../core/calendar/day.ts";
import { InputError } from "../../core/inputError.ts";
import { sayDay } from "../parts/words.ts";
import type { ReportRequest } from "../report.ts";

export type ComparedDays = {
  readonly from: Day;
  readonly to: Day;
  /** How the days were chosen, in words. */
  readonly how: string;
};

const WEEK = 7;

/**
 * The two days of the report. What is not asked for: the later day is the as-of date, the earlier one that of the
 * snapshots before the latest, else a week before.
 */
export function comparedDays({ from, to, asOf, tables }: ReportRequest): ComparedDays {
  const later = to ?? asOf;
  if (from !== undefined) {
    if (from > later) {
      throw new InputError(
        `The from date, ${sayDay(from)}, is after the to date, ${sayDay(later)}; expected the earlier day first.`,
      );
    }
    return { from, to: later, how: "The two days are those asked for." };
  }
  const [last, before] = lastTwo(
    (tables.snapshots?.rows ?? []).map(({ snapshotDate }) => snapshotDate),
    later,
  );
  if (last !== undefined && before !== undefined) {
    return {
      from: before,
      to: later,
      how: `The earlier day is that of the snapshots before the latest ones of ${sayDay(last)}.`,
    };
  }
  return {
    from: later - WEEK,
    to: later,
    how: "There are no snapshots of two days yet, so the earlier day is a week before the later one.",
  };
}

/** The latest two different days up to a day. */
function lastTwo(days: readonly Day[], latest: Day): readonly [Day | undefined, Day | undefined] {
  let [last, before]: [Day | undefined, Day | undefined] = [undefined, undefined];
  for (const day of days) {
    if (day > latest || day === last || (before !== undefined && day <= before)) continue;
    if (last === undefined || day > last) [last, before] = [day, last];
    else before = day;
  }
  return [last, before];
}
