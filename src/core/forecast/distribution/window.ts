import { powerSums, totalCumulants } from "./cumulants.ts";
import { type Portfolio, spanOf } from "./portfolio.ts";
import type { Scenarios } from "./scenarios.ts";

/** ln(1 / 1e-13): the probability that may lie outside. */
const LOGARITHM = 30;

/**
 * A stretch outside of which at most 1e-12 of the distribution lies: the range of the deals, or where that is less, the
 * least and greatest mean that the states and the doubtful chances allow, and half-widths by Bernstein's inequality.
 */
export function windowOf(
  portfolio: Portfolio,
  { chances, variantWeights }: Scenarios,
): { low: number; high: number } {
  const { shares, amounts, newBusiness, starts } = portfolio;
  const span = spanOf(portfolio);
  const margin = span / 50;
  const share = shares.reduce((largest, one) => Math.max(largest, one.share), 0);
  let most = newBusiness?.amounts.at(-1) ?? 0;
  for (const amount of amounts) most = Math.max(most, amount * share);
  const c = (most / 3) * LOGARITHM;
  const reach = (variance: number) => c + Math.sqrt(c * c + 2 * variance * LOGARITHM);
  const busy = newBusiness && { ...portfolio, newBusiness: busiest(newBusiness) };
  const sums = powerSums(portfolio);
  const groups = starts.length - 1;
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (const state of chances) {
    const range = rangeOf(state, groups, variantWeights.length);
    const [least] = totalCumulants(portfolio, sums, range.least);
    const [greatest] = totalCumulants(busy ?? portfolio, sums, range.greatest);
    const [, variance] = totalCumulants(busy ?? portfolio, sums, range.widest);
    low = Math.min(low, least - reach(variance));
    high = Math.max(high, greatest + reach(variance));
  }
  return {
    low: Math.max(-margin, low),
    high: newBusiness ? high : Math.min(span + margin, high),
  };
}

/** With the highest average that its measurement leaves room for (Bernstein's inequality for a gamma distribution). */
function busiest(business: NonNullable<Portfolio["newBusiness"]>) {
  const { count, periods } = business;
  if (periods === undefined) return business;
  const more = Math.sqrt((2 * LOGARITHM * count) / periods) + LOGARITHM / periods;
  return { ...business, count: count + more, periods: undefined };
}

/** The least, the greatest and the most variable chance that each group can have. */
function rangeOf(chances: Float64Array, groups: number, variants: number) {
  if (variants === 1) return { least: chances, greatest: chances, widest: chances };
  const least = new Float64Array(groups).fill(1);
  const greatest = new Float64Array(groups);
  chances.forEach((p, at) => {
    const group = Math.floor(at / variants);
    least[group] = Math.min(least[group] ?? 1, p);
    greatest[group] = Math.max(greatest[group] ?? 0, p);
  });
  const widest = least.map((low, group) => Math.min(Math.max(low, 0.5), greatest[group] ?? 1));
  return { least, greatest, widest };
}
