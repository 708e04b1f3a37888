import type { Portfolio } from "./portfolio.ts";
import type { TotalDistribution } from "./totalDistribution.ts";

export type Comonotone = TotalDistribution & { readonly mean: number; readonly variance: number };

/**
 * The limit of a correlation of 1: one uniform number u decides all deals, each being won when u is below its
 * probability. The total is a step function of u.
 */
export function comonotone({ amounts, starts, chances, signs }: Portfolio): Comonotone {
  const groups = chances.map((chance, group) => ({
    amount: amounts
      .subarray(starts[group], starts[group + 1])
      .reduce((sum, amount) => sum + amount, 0),
    until: (signs[group] ?? 1) > 0 ? chance : 1 - chance,
    sign: signs[group] ?? 1,
  }));
  groups.sort((a, b) => a.until - b.until);
  let total = groups.reduce((sum, { amount, sign }) => sum + (sign > 0 ? amount : 0), 0);
  let from = 0;
  const steps: { total: number; mass: number }[] = [];
  for (const { amount, until, sign } of groups) {
    if (until > from) steps.push({ total, mass: until - from });
    total -= sign * amount;
    from = Math.max(from, until);
  }
  steps.push({ total: Math.max(0, total), mass: 1 - from });
  steps.sort((a, b) => a.total - b.total);
  const mean = steps.reduce((sum, one) => sum + one.mass * one.total, 0);
  return {
    mean,
    variance: steps.reduce((sum, one) => sum + one.mass * (one.total - mean) ** 2, 0),
    low: steps[0]?.total ?? 0,
    high: steps.at(-1)?.total ?? 0,
    atMost: (x) => steps.reduce((sum, one) => (one.total <= x ? sum + one.mass : sum), 0),
    settle: (x) =>
      steps.reduce((best, one) => (one.total <= x ? Math.max(best, one.total) : best), 0),
  };
}
