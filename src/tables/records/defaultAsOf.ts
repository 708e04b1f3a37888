import type { Day, Moment } from "../../core/calendar/day.ts";
import type { Deal } from "../../core/deals/deal.ts";
import type { Tables } from "../tables.ts";

/** Share of all dates that the quarter before a day must hold for it to be more than a slip of the pen, and most that it need hold. */
const LEAST_SHARE = 0.01;
const MOST_NEEDED = 10;
const QUARTER_DAYS = 92;

/**
 * The latest day on which anything happened: records made or changed, deals closed, activities entered or done.
 * Planned dates do not count, and a few dates far behind all others, such as a year typed wrong, are passed over.
 * Undefined when the data holds no such date.
 */
export function latestEvent(tables: Tables, isClosed: (deal: Deal) => boolean): Day | undefined {
  const days = [...dealDays(tables, isClosed), ...otherDays(tables)];
  return latestCredible(days) ?? latestActivity(tables);
}

function dealDays(tables: Tables, isClosed: (deal: Deal) => boolean): Day[] {
  const days: (Moment | undefined)[] = [];
  for (const deal of tables.opportunities?.rows ?? []) {
    days.push(deal.createdDate, deal.lastModified, deal.stageEntered);
    if (isClosed(deal)) days.push(deal.closeDate);
  }
  for (const { changedAt } of tables.opportunityHistory?.rows ?? []) days.push(changedAt);
  for (const { snapshotDate } of tables.snapshots?.rows ?? []) days.push(snapshotDate);
  return wholeDays(days);
}

function otherDays(tables: Tables): Day[] {
  const days: (Moment | undefined)[] = [];
  for (const { createdDate, date, status } of tables.activities?.rows ?? []) {
    // Of a task the date is when it was due; when it was entered is sure.
    days.push(createdDate ?? (isDone(status) ? date : undefined));
  }
  for (const { createdDate } of tables.leads?.rows ?? []) days.push(createdDate);
  for (const { eventDate } of tables.leadEvents?.rows ?? []) days.push(eventDate);
  for (const { opened, closed } of tables.tickets?.rows ?? []) days.push(opened, closed);
  for (const { createdDate } of tables.accounts?.rows ?? []) days.push(createdDate);
  return wholeDays(days);
}

function wholeDays(moments: readonly (Moment | undefined)[]): Day[] {
  const days: Day[] = [];
  for (const moment of moments) if (moment !== undefined) days.push(Math.floor(moment));
  return days;
}

function isDone(status: string | undefined): boolean {
  return status !== undefined && /^(completed?|done|held|closed)$/i.test(status);
}

/** With no date of record at all, the latest activity is the best that is left. */
function latestActivity(tables: Tables): Day | undefined {
  const days = [
    ...(tables.activities?.rows ?? []).map(({ date }) => date),
    ...(tables.opportunities?.rows ?? []).map(({ lastActivity }) => lastActivity),
  ];
  return latestCredible(wholeDays(days));
}

/** The latest day in whose quarter before enough of all days lie. */
function latestCredible(days: Day[]): Day | undefined {
  days.sort((a, b) => b - a);
  const share = Math.ceil(days.length * LEAST_SHARE);
  const enough = days.length < 20 ? 1 : Math.min(MOST_NEEDED, Math.max(3, share));
  let end = 0;
  for (let at = 0; at < days.length; at += 1) {
    const day = days[at] as Day;
    while (end < days.length && (days[end] as Day) > day - QUARTER_DAYS) end += 1;
    if (end - at >= enough) return day;
  }
  return days[0];
}
