import { powerSums, totalCumulants } from "./cumulants.ts";
import { type Portfolio, spanOf } from "./portfolio.ts";
import type { Scenarios } from "./scenarios.ts";

/** ln(1 / 1e-13): the probability that may lie outside. */
const LOGARITHM = 30;

/**
 * A stretch outside of which at most 1e-12 of the distribution lies: the range of the deals, or where that is less, the
 * mean and a half-width by Bernstein's inequality.
 */
export function windowOf(
  portfolio: Portfolio,
  scenarios: Scenarios,
): { low: number; high: number } {
  const span = spanOf(portfolio);
  const bounded = portfolio.newDeals.length === 0;
  let most = portfolio.newDeals.reduce((largest, { amount }) => Math.max(largest, amount), 0);
  const share = portfolio.shares.reduce((largest, one) => Math.max(largest, one.share), 0);
  for (const amount of portfolio.amounts) most = Math.max(most, amount * share);
  const sums = powerSums(portfolio);
  const around = (chances: Float64Array) => {
    const [mean, variance] = totalCumulants(portfolio, sums, chances, scenarios.variantWeights);
    const c = (most / 3) * LOGARITHM;
    return { mean, reach: c + Math.sqrt(c * c + 2 * variance * LOGARITHM) };
  };
  const margin = span / 50;
  const only = scenarios.chances.length === 1 && scenarios.variantWeights.length === 1;
  const [chances = new Float64Array(0)] = scenarios.chances;
  if (only) {
    const { mean, reach } = around(chances);
    const high = mean + reach;
    return {
      low: Math.max(-margin, mean - reach),
      high: bounded ? Math.min(span + margin, high) : high,
    };
  }
  if (bounded) return { low: -margin, high: span + margin };
  const added = around(new Float64Array(chances.length));
  return { low: -margin, high: span + margin + added.mean + added.reach };
}
