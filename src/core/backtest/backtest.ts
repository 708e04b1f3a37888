import type { Day } from "../calendar/day.ts";
import type { Period } from "../calendar/fiscalCalendar.ts";
import { ensembleForecast } from "../forecast/ensembleForecast.ts";
import { studentQuantile } from "../statistics/studentQuantile.ts";
import { ensembleWeights, learntFrom, usualEnsemble } from "./ensemble.ts";
import { METHODS, type Method, type View } from "./methods.ts";
import { monthAt, type Observation } from "./observe.ts";
import { HORIZONS } from "./origins.ts";
import { seriesTotals } from "./seriesTotal.ts";

/** What a backtest knows beside the days it looked at. */
export type Setting = {
  /** The first days of months, the oldest first. */
  readonly months: readonly Day[];
  /** Every period from the first of those months on, the oldest first. */
  readonly periods: readonly Period[];
  readonly periodsPerYear: number;
  readonly quotaOf: (period: Period) => number | undefined;
};

/** A point at which periods are compared: so many days before their end, or the end of a week of them. */
export type Point = { readonly daysLeft?: number; readonly week?: number };

/** What each method forecast at one point of a period. */
export type Judged = {
  readonly point: Point;
  readonly seen: Observation;
  /** By method; undefined where a method could not say anything. */
  readonly forecasts: ReadonlyMap<string, number | undefined>;
  /** What each member of the learned ensemble weighed. */
  readonly weights: ReadonlyMap<string, number>;
  /** From how many periods these were learned; 0: they are the usual ones. */
  readonly learnt: number;
  /** Where the learned ensemble said the period would end, with 80% probability. */
  readonly range: { readonly low: number; readonly high: number } | undefined;
};

/** Combinations of the single methods. */
export const ENSEMBLES: readonly Pick<Method, "id" | "label" | "kind">[] = [
  { id: "usual_ensemble", label: "Ensemble 40/30/20/10", kind: "past" },
  { id: "ensemble", label: "Learned ensemble", kind: "learned" },
];
const LEVEL = 0.8;
/** With fewer past misses nobody knows how wide a range has to be. */
const LEAST_MISSES = 3;
/** A period that is larger or smaller by more is no measure of the other. */
const MOST_LARGER = 10;

/**
 * Runs every method at every point of periods that are over, as if each day were today: a method sees what was known on
 * the day and earlier periods as they had ended, nothing later.
 */
export function backtest(observations: readonly Observation[], setting: Setting): Judged[] {
  const seriesOf = seriesTotals(setting.months);
  const ofPoint = (point: Point) =>
    observations.filter(({ daysLeft, week }) =>
      point.week === undefined ? daysLeft === point.daysLeft : week === point.week,
    );
  const weeks = new Set(observations.flatMap(({ week }) => week ?? []));
  const points: Point[] = [
    ...HORIZONS.map((daysLeft) => ({ daysLeft })),
    ...[...weeks].sort((a, b) => a - b).map((week) => ({ week })),
  ];
  return points.flatMap((point) => judgedAt(point, ofPoint(point), setting, seriesOf));
}

/** The same for one point alone, such as today's of the present period, which comes last. */
export function backtestPoint(
  point: Point,
  observations: readonly Observation[],
  setting: Setting,
): Judged[] {
  return judgedAt(point, observations, setting, seriesTotals(setting.months));
}

function judgedAt(
  point: Point,
  observations: readonly Observation[],
  setting: Setting,
  seriesOf: (seen: Observation) => number | undefined,
): Judged[] {
  const judged: Judged[] = [];
  for (const seen of observations) {
    const over = judged.filter((one) => one.seen.period.to <= seen.day);
    const view = viewOf(
      seen,
      over.map((one) => one.seen),
      setting,
      seriesOf,
    );
    const forecasts = new Map<string, number | undefined>();
    for (const { id, forecast } of METHODS) forecasts.set(id, finite(forecast(view)));
    forecasts.set("usual_ensemble", usualEnsemble(forecasts));
    const earlier = over.map((one) => ({ forecasts: one.forecasts, came: one.seen.closing }));
    const weights = ensembleWeights(forecasts, earlier, goneOf(seen));
    const members = [...weights.keys()];
    forecasts.set(
      "ensemble",
      ensembleForecast(
        members.map((id) => forecasts.get(id)),
        [...weights.values()],
      ),
    );
    const range = rangeAround(forecasts.get("ensemble"), over);
    const learnt = learntFrom(earlier)?.length ?? 0;
    judged.push({ point, seen, forecasts, weights, learnt, range });
  }
  return judged;
}

const finite = (value: number | undefined) =>
  value !== undefined && Number.isFinite(value) ? value : undefined;

/** The share of the period that is over. */
const goneOf = ({ period, daysLeft }: Observation) => 1 - daysLeft / (period.to - period.from + 1);

/**
 * As wide as the ensemble's misses at this point of earlier periods, which few periods tell only roughly. A total of
 * deals spreads with the root of its size, so the misses of smaller periods count for more in a larger one.
 */
function rangeAround(mean: number | undefined, over: readonly Judged[]): Judged["range"] {
  const misses = over.flatMap(({ forecasts, seen }) => {
    const forecast = forecasts.get("ensemble");
    // Nothing forecast and nothing come, as before the first deal was won, tells nothing of how far off an amount is.
    if (forecast === undefined || (forecast === 0 && seen.closing === 0)) return [];
    const larger = mean === undefined || !(forecast > 0) || !(mean > 0) ? 1 : mean / forecast;
    const size = Math.min(MOST_LARGER, Math.max(1 / MOST_LARGER, larger));
    return [(seen.closing - forecast) * Math.sqrt(size)];
  });
  const count = misses.length;
  if (mean === undefined || count < LEAST_MISSES) return undefined;
  const spread = Math.sqrt(misses.reduce((sum, miss) => sum + miss * miss, 0) / count);
  const half = studentQuantile((1 + LEVEL) / 2, count) * spread * Math.sqrt(1 + 1 / count);
  return { low: Math.max(0, mean - half), high: mean + half };
}

function viewOf(
  now: Observation,
  past: readonly Observation[],
  setting: Setting,
  seriesOf: (seen: Observation) => number | undefined,
): View {
  const { periodsPerYear, quotaOf } = setting;
  const earlier = periodTotals(now, setting);
  const quotas = earlier.map(({ period }) => quotaOf(period));
  let [quota, attained] = [0, 0];
  earlier.slice(-4).forEach(({ total }, at) => {
    const own = quotas[quotas.length - Math.min(4, earlier.length) + at];
    if (own === undefined || !(own > 0)) return;
    quota += own;
    attained += total;
  });
  return {
    now,
    past,
    totals: earlier.map(({ total }) => total),
    periodsPerYear,
    series: seriesOf(now),
    quota: quotaOf(now.period),
    attained: quota > 0 ? attained / quota : undefined,
  };
}

/** What each earlier period brought as it was known on the day, from the first one that has all of its months. */
function periodTotals(
  { bookings, period: now, day }: Observation,
  { months, periods }: Setting,
): { readonly period: Period; readonly total: number }[] {
  const first = bookings.findIndex((amount) => amount !== 0);
  const start = first < 0 ? undefined : months[first];
  if (start === undefined) return [];
  return periods
    .filter(({ from, to }) => from >= start && to < now.from && to <= day)
    .map((period) => {
      const [from, to] = [monthAt(months, period.from), monthAt(months, period.to)];
      const total = bookings.slice(from, to + 1).reduce((sum, amount) => sum + amount, 0);
      return { period, total };
    });
}
