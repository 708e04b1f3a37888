import type { Day, Moment } from "../../core/calendar/day.ts";
import { groupBy } from "../../core/groupBy.ts";
import type { Book } from "../book.ts";
import { activityRecord } from "../parts/lastActivity.ts";
import { share } from "../parts/tally.ts";
import { sayCount, sayHidden, sayPercent } from "../parts/words.ts";
import type { ReportTable, Section, TableRow } from "../report.ts";

/** A deal in work has an activity every week. */
const WEEK = 7;
/** Somebody who enters nothing for so long does not work in the CRM. */
const QUIET_DAYS = 14;
const MOST_ROWS = 20;

/** Newest sign of each owner up to the as-of day: an activity of theirs, or an activity or change on an open deal. */
function lastSigns(book: Book, lastOf: (deal: Book["deals"][number]) => Moment | undefined) {
  const { tables, asOf } = book.request;
  const signs = new Map<string, Day>();
  const note = (owner: string, moment: Moment | undefined) => {
    if (owner === "" || moment === undefined || moment >= asOf + 1) return;
    const day = Math.floor(moment);
    if (day > (signs.get(owner) ?? Number.NEGATIVE_INFINITY)) signs.set(owner, day);
  };
  const keys = new Map<string, string>();
  for (const { owner = "", date, createdDate } of tables.activities?.rows ?? []) {
    const key = keys.get(owner) ?? book.people.find(owner).key;
    keys.set(owner, key);
    note(key, date);
    note(key, createdDate);
  }
  for (const deal of book.allOpen) {
    note(deal.owner.key, lastOf(deal));
    note(deal.owner.key, deal.standing.deal.lastModified);
    note(deal.owner.key, deal.standing.deal.stageEntered);
  }
  return signs;
}

type OwnerLogging = {
  readonly name: string;
  readonly open: number;
  readonly recent: number;
  readonly last: Day | undefined;
};

/** Active people of the Reps sheet who have no open deal and manage nobody, those who were quiet longest first. */
function withoutDeals(book: Book, signs: ReadonlyMap<string, Day>): readonly OwnerLogging[] {
  const reps = (book.request.tables.reps?.rows ?? []).filter(({ active }) => active !== false);
  const others = new Set([
    ...book.allOpen.map(({ owner }) => owner.key),
    ...reps.flatMap(({ manager }) => (manager ? [book.people.find(manager).key] : [])),
  ]);
  return reps
    .map(({ repId }) => book.people.find(repId))
    .filter(({ key }) => !others.has(key))
    .map(({ key, label }) => ({ name: label, open: 0, recent: 0, last: signs.get(key) }))
    .sort((a, b) => (a.last ?? 0) - (b.last ?? 0));
}

/** Who keeps the CRM up to date: open deals with an activity in the last week, and when each owner last entered anything. */
export function activityLogging(book: Book): Section {
  const { asOf, tables } = book.request;
  const record = activityRecord(tables, asOf);
  const lastOf = ({ standing }: Book["deals"][number]) => record.lastOf(standing.deal);
  const signs = record.isKnown ? lastSigns(book, lastOf) : new Map<string, Day>();
  const isRecent = (deal: Book["deals"][number]) => {
    const last = lastOf(deal);
    return last !== undefined && last < asOf + 1 && Math.floor(last) > asOf - WEEK;
  };
  const owners = record.isKnown
    ? [...groupBy(book.allOpen, ({ owner }) => owner.key)].map(
        ([key, deals]): OwnerLogging => ({
          name: deals[0]?.owner.label ?? key,
          open: deals.length,
          recent: deals.filter(isRecent).length,
          last: signs.get(key),
        }),
      )
    : [];
  owners.sort((a, b) => a.recent / a.open - b.recent / b.open || b.open - a.open);
  if (record.isKnown) owners.push(...withoutDeals(book, signs));
  return {
    id: "logging",
    heading: "Who logs activities",
    reading: readingOf(owners, asOf),
    table: tableOf(owners, asOf),
  };
}

const isQuiet = ({ last }: OwnerLogging, asOf: Day) =>
  last === undefined || asOf - last > QUIET_DAYS;

function readingOf(owners: readonly OwnerLogging[], asOf: Day): string {
  const [least] = owners;
  if (least === undefined || least.open === 0)
    return "Nothing in the data tells of activities on open deals.";
  const open = owners.reduce((sum, one) => sum + one.open, 0);
  const recent = owners.reduce((sum, one) => sum + one.recent, 0);
  const quiet = owners.filter((one) => isQuiet(one, asOf)).length;
  const silent =
    quiet === 0
      ? `Everybody entered something in the last ${QUIET_DAYS} days.`
      : `${quiet} of ${sayCount(owners.length, "person", "people")} entered nothing in the last ${QUIET_DAYS} days.`;
  return `${sayPercent(recent / open)} of ${sayCount(open, "open deal")} had an activity in the last ${WEEK} days; ${least.name} logs least (${sayPercent(least.recent / least.open)}). ${silent}`;
}

function tableOf(owners: readonly OwnerLogging[], asOf: Day): ReportTable {
  const rows = owners.slice(0, MOST_ROWS).map(
    (one): TableRow => ({
      key: one.name,
      cells: {
        name: one.name,
        open: one.open,
        recent: one.open === 0 ? undefined : one.recent,
        share: share(one.recent, one.open),
        last: one.last,
        days: one.last === undefined ? undefined : asOf - one.last,
        state: isQuiet(one, asOf) ? "▼ quiet" : "▲ logs",
      },
      ...(one.open > 0 && { formulas: { share: "{@recent}/{@open}" } }),
    }),
  );
  return {
    id: "logging",
    columns: [
      { id: "name", label: "Person", format: "text", span: 3 },
      { id: "open", label: "Open deals", format: "integer", span: 2 },
      { id: "recent", label: `Active in ${WEEK} days`, format: "integer", span: 2 },
      { id: "share", label: "Share", format: "percent", span: 1, bar: true },
      { id: "last", label: "Last entry", format: "date", span: 2 },
      { id: "days", label: "Days ago", format: "integer", span: 1 },
      {
        id: "state",
        label: "State",
        format: "text",
        span: 1,
        status: { "▼ quiet": "bad", "▲ logs": "good" },
      },
    ],
    rows,
    more: sayHidden(owners.length - MOST_ROWS, "person", "who log more", "people"),
    empty: "Nothing in the data tells of activities on open deals.",
  };
}
