import type { Day } from "../calendar/day.ts";
import type { Activity } from "../deals/activity.ts";
import { recordKey } from "../recordKey.ts";

/** Activities are counted over so many days. */
export const ACTIVITY_DAYS = 45;
/** With fewer days than these behind a look, the data or the deal is too young to count. */
const LEAST_DAYS = 30;
const LEAST_AGE = 14;

/** What activities tell of a deal on a day; what they cannot tell is left out. */
export type Engagement = {
  readonly lastActivity?: Day;
  /** Activities of the last 45 days; of a younger deal as many as there would be at its pace. */
  readonly recentActivity?: number;
};

export type ActivityPast = (
  opportunityId: string,
  created: Day | undefined,
  day: Day,
) => Engagement;

const nothing: ActivityPast = () => ({});

/** Days of each deal's activities in order, and the first of all. */
function daysOfDeals(activities: readonly Activity[]) {
  const days = new Map<string, Day[]>();
  for (const { opportunityId, date } of activities) {
    if (opportunityId === undefined) continue;
    const key = recordKey(opportunityId);
    const own = days.get(key);
    if (own) own.push(Math.floor(date));
    else days.set(key, [Math.floor(date)]);
  }
  let start = Number.POSITIVE_INFINITY;
  for (const own of days.values()) {
    own.sort((a, b) => a - b);
    start = Math.min(start, own[0] ?? start);
  }
  return { days, start };
}

/** How many of the days lie before the end of a day. */
function upTo(days: readonly Day[], day: Day): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Deals' activity as it was known at the end of any day. Days before the first activity of all tell nothing. */
export function activityPast(activities: readonly Activity[]): ActivityPast {
  const { days, start } = daysOfDeals(activities);
  return (opportunityId, created, day) => {
    const known = day - start + 1;
    if (!(known >= LEAST_DAYS) || created === undefined) return {};
    const own = days.get(recordKey(opportunityId)) ?? [];
    const before = upTo(own, day);
    const last =
      own[before - 1] ?? (known > ACTIVITY_DAYS && created < start ? start - 1 : undefined);
    const span = Math.min(ACTIVITY_DAYS, known, day - Math.floor(created) + 1);
    const count = before - upTo(own, day - ACTIVITY_DAYS);
    return {
      ...(last === undefined ? {} : { lastActivity: last }),
      ...(span < LEAST_AGE ? {} : { recentActivity: (count * ACTIVITY_DAYS) / span }),
    };
  };
}

/**
 * The same for fitting: nothing where deals that ended have activities less than half as often as open ones. Such an
 * export leaves out the activities of closed deals, and silence would look like a loss.
 */
export function activityToFit(
  activities: readonly Activity[],
  lives: readonly { readonly id: string; readonly created: Day; readonly ended: Day | undefined }[],
  asOf: Day,
): ActivityPast {
  const { days, start } = daysOfDeals(activities);
  const counts = { open: { all: 0, having: 0 }, ended: { all: 0, having: 0 } };
  for (const { id, created, ended } of lives) {
    if (created > asOf - LEAST_AGE || (ended !== undefined && ended < start + LEAST_DAYS)) continue;
    const group = counts[ended === undefined ? "open" : "ended"];
    group.all++;
    group.having += Number(days.has(recordKey(id)));
  }
  const { open, ended } = counts;
  const covers = ended.having > 0 && 2 * ended.having * open.all >= open.having * ended.all;
  return covers ? activityPast(activities) : nothing;
}
