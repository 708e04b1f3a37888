import {
  backtest,
  backtestPoint,
  type Judged,
  type Setting,
} from "../../core/backtest/backtest.ts";
import { type Observation, observer, type Past } from "../../core/backtest/observe.ts";
import { closedPeriods, type Origin, originsAt, originsOf } from "../../core/backtest/origins.ts";
import type { Day } from "../../core/calendar/day.ts";
import type { Grain, Period } from "../../core/calendar/fiscalCalendar.ts";
import { periodOf } from "../../core/calendar/period.ts";
import type { DealHistory } from "../../core/history/dealHistory.ts";
import { homeAmountOn } from "../../core/movement/homeAmountOn.ts";
import { inOneGo } from "../../core/remember.ts";
import type { Book } from "../book.ts";
import { bookQuota } from "./bookQuota.ts";
import { dealHistoryOf } from "./dealHistoryOf.ts";

/** The past of the workbook's deals, ready to be looked at day by day. */
export type PastForecasts = {
  readonly history: DealHistory;
  readonly past: Past;
  /** The periods that are over, the oldest first. */
  readonly periods: readonly Period[];
  readonly observations: readonly Observation[];
  readonly judged: readonly Judged[];
  /** The same point as today's of each period, and last today's forecasts of the present period. */
  readonly today: readonly Judged[];
};

const MOST_PERIODS = 12;
const MOST_MONTHS = 120;

/** The deals' past, the periods that are over and how to look at any day of them. */
function lookBack(book: Book) {
  const { request, standings } = book;
  const { settings, asOf } = request;
  const { calendar } = settings;
  const grain = pastGrain(request.period);
  const history = dealHistoryOf(request);
  const rates = { home: standings.home, rates: standings.rates };
  const first = firstDay(book, asOf);
  const months = periodsFrom(first, asOf + 1, "month", book).map(({ from }) => from);
  const past: Past = {
    on: history.on,
    asOf,
    amountOf: (deal, day) => homeAmountOn(deal, rates, day),
    months,
  };
  const closed = closedPeriods(asOf, grain, calendar, MOST_PERIODS).filter(
    ({ from }) => from >= first,
  );
  const setting: Setting = {
    months,
    periods: periodsFrom(first, asOf, grain, book),
    periodsPerYear: grain === "month" ? 12 : 4,
    quotaOf: quotaFinder(book),
  };
  const observe = observer(past);
  const { remember = inOneGo } = request;
  const isDated = saysWhenWon(book);
  return {
    history,
    past,
    closed,
    setting,
    /** Looks at days, some of all that there are to look at. */
    lookAt: (origins: readonly Origin[], of: readonly Origin[]) => {
      const count = new Set(of.map(nameOf)).size;
      const look = (origin: Origin) => remember(nameOf(origin), () => observe(origin), count);
      return isDated ? origins.map(look).filter(isKnown) : [];
    },
  };
}

/** Forecasts that every method would have made in periods that are over, with what was known on each day. */
export function pastForecasts(book: Book): PastForecasts {
  const back = lookBack(book);
  const { history, past, closed, setting, lookAt } = back;
  const origins = originsOf(closed);
  const all = [...origins, ...alikeToday(back, book)];
  const observations = lookAt(origins, all);
  const seen = new Set(observations.map(({ period }) => period.label));
  return {
    history,
    past,
    today: todayAmong(back, book, all),
    periods: closed.filter(({ label }) => seen.has(label)),
    observations,
    judged: backtest(observations, setting),
  };
}

/** False when deals were won and none has a close date: what a period brought is not known then, which is not nothing. */
function saysWhenWon({ standings }: Book): boolean {
  const won = standings.deals.filter(({ status }) => status === "won");
  return won.length === 0 || won.some(({ deal }) => deal.closeDate !== undefined);
}

/** Today's forecasts of the present period by every method, last, after those at the same point of earlier ones. */
export function forecastsToday(book: Book): readonly Judged[] {
  const back = lookBack(book);
  return todayAmong(back, book, alikeToday(back, book));
}

type Back = ReturnType<typeof lookBack>;

/** The same point as today's of each period, and last today's. */
function alikeToday({ closed }: Back, { request: { asOf, settings, period } }: Book): Origin[] {
  const present = periodOf(asOf, pastGrain(period), settings.calendar);
  return originsAt([...closed, present], present.to - asOf);
}

function todayAmong(back: Back, book: Book, all: readonly Origin[]): readonly Judged[] {
  const origins = alikeToday(back, book);
  const { setting, lookAt } = back;
  const daysLeft = origins[origins.length - 1]?.daysLeft ?? 0;
  return backtestPoint({ daysLeft }, lookAt(origins, all), setting);
}

const nameOf = ({ period, day, week }: Origin) => `${period.label} ${day} ${week ?? ""}`;

/** Years are too few to learn from: their quarters are looked at. */
const pastGrain = ({ grain }: Period): Grain => (grain === "month" ? "month" : "quarter");

/** A day before anything was sold or in sight is no day to forecast on. */
const isKnown = ({ deals, wonEver, lostEver }: Observation) => deals > 0 || wonEver + lostEver > 0;

/** The first day on which a deal was created or won, ten years back at most. */
function firstDay({ standings }: Book, asOf: Day): Day {
  let first = asOf;
  for (const { deal, status } of standings.deals) {
    const { createdDate, closeDate } = deal;
    if (createdDate !== undefined) first = Math.min(first, Math.floor(createdDate));
    if (status === "won" && closeDate !== undefined) first = Math.min(first, closeDate);
  }
  return Math.max(first, asOf - MOST_MONTHS * 30);
}

function periodsFrom(first: Day, last: Day, grain: Grain, { request }: Book): Period[] {
  const periods: Period[] = [];
  for (let day = first; day <= last; day = (periods[periods.length - 1]?.to ?? last) + 1)
    periods.push(periodOf(day, grain, request.settings.calendar));
  return periods;
}

/** The quota of each period, worked out once. */
function quotaFinder(book: Book): (period: Period) => number | undefined {
  const known = new Map<string, number | undefined>();
  return (period) => {
    if (!known.has(period.label)) {
      const { total } = bookQuota({ ...book, request: { ...book.request, period } });
      known.set(period.label, total);
    }
    return known.get(period.label);
  };
}
