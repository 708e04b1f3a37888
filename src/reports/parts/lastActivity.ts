import type { Day, Moment } from "../../core/calendar/day.ts";
import type { Deal } from "../../core/deals/deal.ts";
import { daysInactive } from "../../core/hygiene/inactivity.ts";
import type { Tables } from "../../tables/tables.ts";

export type ActivityRecord = {
  /** True when the data tells about activity at all: a column on the deals, or activities that name deals. */
  readonly isKnown: boolean;
  readonly lastOf: (deal: Deal) => Moment | undefined;
  /** Days without activity on the as-of day; undefined when the data cannot tell. */
  readonly inactiveDays: (deal: Deal) => number | undefined;
};

/** Newest activity of each deal up to the as-of day; planned ones do not count. */
function newestByDeal(tables: Tables, asOf: Day): ReadonlyMap<string, Moment> {
  const newest = new Map<string, Moment>();
  for (const { opportunityId, date } of tables.activities?.rows ?? []) {
    if (opportunityId === undefined || date >= asOf + 1) continue;
    if (date > (newest.get(opportunityId) ?? Number.NEGATIVE_INFINITY)) {
      newest.set(opportunityId, date);
    }
  }
  return newest;
}

/** When something last happened on a deal: its own columns and the Activities sheet, whichever is newer. */
export function activityRecord(tables: Tables, asOf: Day): ActivityRecord {
  const newest = newestByDeal(tables, asOf);
  const fields = tables.opportunities?.fields;
  const isKnown =
    newest.size > 0 ||
    fields?.has("lastActivity") === true ||
    fields?.has("lastContacted") === true;
  const lastOf = ({ opportunityId, lastActivity, lastContacted }: Deal) => {
    const days = [newest.get(opportunityId), lastActivity, lastContacted];
    let last: Moment | undefined;
    for (const day of days) if (day !== undefined && (last === undefined || day > last)) last = day;
    return last;
  };
  return {
    isKnown,
    lastOf,
    inactiveDays: (deal) =>
      isKnown ? daysInactive(lastOf(deal), deal.createdDate, asOf) : undefined,
  };
}
