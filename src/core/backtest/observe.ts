import type { Day } from "../calendar/day.ts";
import type { Period } from "../calendar/fiscalCalendar.ts";
import type { DealOnDay, FactName } from "../history/dealOnDay.ts";
import type { Origin } from "./origins.ts";

/** Deals as they stood on any day, and what a backtest needs to read them. */
export type Past = {
  readonly on: (day: Day) => readonly DealOnDay[];
  /** The last day that is known. */
  readonly asOf: Day;
  /** A deal's amount in home currency at the rate of a day. */
  readonly amountOf: (deal: DealOnDay, day: Day) => number | undefined;
  /** The first days of the months that bookings are summed by, the oldest first. */
  readonly months: readonly Day[];
};

/** Open deals of one stage that close inside or after the period. */
export type StageSum = {
  readonly stage: string;
  readonly inside: boolean;
  readonly deals: number;
  readonly amount: number;
  /** What they brought in the period by its last day. */
  readonly came: number;
};

/** What was known on a day of a period that is over now. All of it can be written down and read again. */
export type Observation = Origin & {
  /** Won by then, with a close date in the period. */
  readonly won: number;
  /** Of open deals that close in the period. */
  readonly open: number;
  readonly weighted: number;
  readonly commit: number;
  readonly bestCase: number;
  /** Of the open deals in the period, those with a category and those with a probability. */
  readonly categorised: number;
  readonly rated: number;
  readonly stages: readonly StageSum[];
  /** Won and lost amounts so far, of decided deals in all periods. */
  readonly wonEver: number;
  readonly lostEver: number;
  /** What was won in each month so far; the last one is not over unless the day is its last. */
  readonly bookings: readonly number[];
  /** Open deals, and those of them of which nothing tells how they stood that day: they are left out. */
  readonly deals: number;
  readonly leftOut: number;
  /** What the period had brought by its last day, as it was known then. */
  readonly closing: number;
  /** What the period brought as it is known now. */
  readonly actual: number;
};

const NEEDED: readonly FactName[] = ["stage", "amount", "closeDate"];

/** True when nothing tells how an open deal stood on the day: what it became later must not be taken for that. */
export const isRewound = ({ notRewound }: DealOnDay): boolean =>
  notRewound.every((name) => !NEEDED.includes(name));

/** Looks at the past of deals; what a period brought is worked out once for all of its days. */
export function observer(past: Past): (origin: Origin) => Observation {
  const now = wonDeals(past.on(past.asOf));
  const ends = new Map<Day, ReadonlyMap<string, DealOnDay>>();
  const wonBy = (day: Day) => {
    const known = ends.get(day) ?? wonDeals(past.on(day));
    ends.set(day, known);
    return known;
  };
  return (origin) => {
    const { period, day } = origin;
    const atEnd = wonBy(period.to);
    const deals = past.on(day);
    return {
      ...origin,
      ...decidedOn(past, deals, origin),
      ...openOn(past, deals, origin, ({ opportunityId }) =>
        amountIn(past, atEnd.get(opportunityId), period),
      ),
      bookings: bookingsOn(past, deals, day),
      closing: totalIn(past, atEnd, period),
      actual: totalIn(past, now, period),
    };
  };
}

function wonDeals(deals: readonly DealOnDay[]): ReadonlyMap<string, DealOnDay> {
  const won = new Map<string, DealOnDay>();
  for (const deal of deals) if (deal.status === "won") won.set(deal.opportunityId, deal);
  return won;
}

const isIn = (day: Day | undefined, { from, to }: Period) =>
  day !== undefined && day >= from && day <= to;

function amountIn(past: Past, deal: DealOnDay | undefined, period: Period): number {
  if (!deal || !isIn(deal.closeDate, period)) return 0;
  return past.amountOf(deal, deal.closeDate ?? period.to) ?? 0;
}

function totalIn(past: Past, won: ReadonlyMap<string, DealOnDay>, period: Period): number {
  let total = 0;
  for (const deal of won.values()) total += amountIn(past, deal, period);
  return total;
}

type Decided = Pick<Observation, "won" | "wonEver" | "lostEver">;
type Open = Omit<Observation, keyof Origin | keyof Decided | "bookings" | "closing" | "actual">;

function decidedOn(past: Past, deals: readonly DealOnDay[], { period, day }: Origin): Decided {
  const sums = { won: 0, wonEver: 0, lostEver: 0 };
  for (const deal of deals) {
    if (deal.status === "lost") sums.lostEver += past.amountOf(deal, day) ?? 0;
    if (deal.status !== "won") continue;
    sums.won += amountIn(past, deal, period);
    sums.wonEver += past.amountOf(deal, day) ?? 0;
  }
  return sums;
}

function openOn(
  past: Past,
  all: readonly DealOnDay[],
  { period, day }: Origin,
  cameOf: (deal: DealOnDay) => number,
): Open {
  const open = all.filter(({ status }) => status === "open");
  const told = open.filter(isRewound);
  const sums = { open: 0, weighted: 0, commit: 0, bestCase: 0, categorised: 0, rated: 0 };
  const stages = new Map<string, { -readonly [Key in keyof StageSum]: StageSum[Key] }>();
  for (const deal of told) {
    const { stage = "", probability, category } = deal;
    const amount = past.amountOf(deal, day) ?? 0;
    const inside = isIn(deal.closeDate, period);
    const key = `${stage}|${inside}`;
    const row = stages.get(key) ?? { stage, inside, deals: 0, amount: 0, came: 0 };
    stages.set(key, row);
    row.deals++;
    row.amount += amount;
    row.came += cameOf(deal);
    if (!inside) continue;
    sums.open += amount;
    sums.weighted += amount * (probability ?? 0);
    sums.rated += Number(probability !== undefined);
    sums.categorised += Number(category !== undefined);
    if (category === "Commit") sums.commit += amount;
    if (category === "Best Case") sums.bestCase += amount;
  }
  return {
    ...sums,
    stages: [...stages.values()],
    deals: open.length,
    leftOut: open.length - told.length,
  };
}

/** What was won in each month up to a day, as it was known then. */
function bookingsOn(past: Past, deals: readonly DealOnDay[], day: Day): number[] {
  const { months } = past;
  const last = monthAt(months, day);
  const sums = new Array<number>(last + 1).fill(0);
  for (const deal of deals) {
    const { status, closeDate } = deal;
    if (status !== "won" || closeDate === undefined || closeDate > day) continue;
    const at = monthAt(months, closeDate);
    if (at >= 0) sums[at] = (sums[at] ?? 0) + (past.amountOf(deal, closeDate) ?? 0);
  }
  return sums;
}

/** The index of the last month that begins on or before a day; -1 before the first. */
export function monthAt(months: readonly Day[], day: Day): number {
  let [low, high] = [0, months.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((months[middle] ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
