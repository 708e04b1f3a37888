import { chancePerDeal, type Portfolio } from "./portfolio.ts";
import type { TotalDistribution } from "./totalDistribution.ts";

/** Deals this many standard deviations of the others are conditioned on, at most so many of them. */
const LARGE = 1.5;
const MOST = 8;

export type LargeDeal = {
  readonly amount: number;
  readonly chance: number;
  /** Its place among the amounts. */
  readonly at: number;
};

export type Split = {
  /** The others; the large deals are left in it with an amount of 0. */
  readonly rest: Portfolio;
  readonly large: readonly LargeDeal[];
};

/** Sets apart the few deals that are large beside the spread of all others. */
export function withoutLargest(
  portfolio: Portfolio,
  chances: ArrayLike<number> = portfolio.chances,
  most = MOST,
): Split {
  const amounts = Float64Array.from(portfolio.amounts);
  const each = chancePerDeal(portfolio, chances);
  let variance = amounts.reduce((sum, a, at) => {
    const p = each[at] ?? 0;
    return sum + a * a * p * (1 - p);
  }, 0);
  const large: LargeDeal[] = [];
  while (large.length < most) {
    let largest = 0;
    amounts.forEach((a, at) => {
      if (a > (amounts[largest] ?? 0)) largest = at;
    });
    const [amount, chance] = [amounts[largest] ?? 0, each[largest] ?? 0];
    const rest = variance - amount * amount * chance * (1 - chance);
    if (amount === 0 || amount * amount < LARGE * LARGE * rest) break;
    large.push({ amount, chance, at: largest });
    amounts[largest] = 0;
    variance = rest;
  }
  return { rest: { ...portfolio, amounts }, large };
}

/** Every set of large deals that may be won: what it adds and how probable it is. */
export function casesOf(
  large: readonly { readonly amount: number; readonly chance: number }[],
): { total: number; mass: number }[] {
  return large.reduce(
    (cases, { amount, chance }) =>
      cases.flatMap(({ total, mass }) => [
        { total, mass: mass * (1 - chance) },
        { total: total + amount, mass: mass * chance },
      ]),
    [{ total: 0, mass: 1 }],
  );
}

/** The distribution with the large deals put back: a mixture of the others' over who of them is won. */
export function withLargest(rest: TotalDistribution, large: Split["large"]): TotalDistribution {
  if (large.length === 0) return rest;
  const cases = casesOf(large);
  const { settle } = rest;
  return {
    low: rest.low,
    high: rest.high + large.reduce((sum, { amount }) => sum + amount, 0),
    atMost: (x) => cases.reduce((sum, one) => sum + one.mass * rest.atMost(x - one.total), 0),
    ...(settle ? { settle: (x: number) => highest(cases, settle, rest.low, x) } : {}),
  };
}

function highest(
  cases: readonly { readonly total: number }[],
  settle: (x: number) => number,
  low: number,
  x: number,
): number {
  return cases.reduce(
    (best, { total }) => (x - total >= low ? Math.max(best, total + settle(x - total)) : best),
    low,
  );
}
