import { normalCdf, normalQuantile } from "../../statistics/normal.ts";

/** The deals that stood open at the start of a past period, each with its chance then, and how many were won. */
export type PastPeriod = { readonly probabilities: readonly number[]; readonly won: number };

export type MeasuredCorrelation = {
  /** What to use: the estimate, drawn towards the usual correlation. */
  readonly correlation: number;
  /** What the periods say by themselves; undefined when they are too few. */
  readonly estimate: number | undefined;
  readonly periods: number;
};

/** What deals have in common when nothing is measured. */
export const USUAL_CORRELATION = 0.05;
const LEAST_PERIODS = 6;
/** So many periods' worth of belief stand behind the usual correlation. */
const BELIEF = 12;
const MOST = 0.9;

/**
 * How much deals have moved together: the correlation at which the number won in each past period would deviate from
 * its expectation as much as it did (moments of the one-factor model, Vasicek 1987). Probabilities that are wrong on
 * the whole look like correlation, so they should be calibrated first.
 */
export function correlationFromHistory(past: readonly PastPeriod[]): MeasuredCorrelation {
  const periods = past
    .map(({ probabilities, won }) => ({ won, chances: classesOf(probabilities) }))
    .filter(({ chances }) => chances.length > 0);
  if (periods.length < LEAST_PERIODS)
    return { correlation: USUAL_CORRELATION, estimate: undefined, periods: periods.length };
  const seen = periods.reduce((sum, { won, chances }) => {
    const expected = chances.reduce((mean, { p, count }) => mean + p * count, 0);
    return sum + (won - expected) ** 2;
  }, 0);
  const varianceAt = (correlation: number) =>
    periods.reduce((sum, { chances }) => sum + variance(chances, correlation), 0);
  const estimate = solved(varianceAt, seen);
  return {
    correlation:
      (periods.length * estimate + BELIEF * USUAL_CORRELATION) / (periods.length + BELIEF),
    estimate,
    periods: periods.length,
  };
}

type ChanceClass = { readonly p: number; readonly count: number };

/** Deals of about one probability together, to the percent: finer makes no difference. */
function classesOf(probabilities: readonly number[]): ChanceClass[] {
  const classes = new Map<number, { sum: number; count: number }>();
  for (const p of probabilities) {
    if (!(p > 0 && p < 1)) continue;
    const key = Math.round(100 * p);
    const known = classes.get(key) ?? { sum: 0, count: 0 };
    classes.set(key, { sum: known.sum + p, count: known.count + 1 });
  }
  return [...classes.values()].map(({ sum, count }) => ({ p: sum / count, count }));
}

function solved(varianceAt: (correlation: number) => number, seen: number): number {
  if (seen <= varianceAt(0)) return 0;
  let [low, high] = [0, MOST];
  for (let round = 0; round < 30; round++) {
    const middle = (low + high) / 2;
    if (varianceAt(middle) < seen) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const NODES = 41;

/** Of the number won: expected variance given the factor, and variance of the expectation. */
function variance(chances: readonly ChanceClass[], correlation: number): number {
  let [total, mean, square, within] = [0, 0, 0, 0];
  for (let node = 0; node < NODES; node++) {
    const z = 6 * ((2 * node) / (NODES - 1) - 1);
    const weight = Math.exp((-z * z) / 2);
    let [expected, spread] = [0, 0];
    for (const { p, count } of chances) {
      const score = normalQuantile(p) + Math.sqrt(correlation) * z;
      const chance = normalCdf(score / Math.sqrt(1 - correlation));
      expected += count * chance;
      spread += count * chance * (1 - chance);
    }
    total += weight;
    mean += weight * expected;
    square += weight * expected * expected;
    within += weight * spread;
  }
  return within / total + square / total - (mean / total) ** 2;
}
