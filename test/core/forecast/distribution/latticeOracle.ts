import type { OpenDeal } from "../../../../src/core/forecast/distribution/portfolio.ts";

/** The quantiles of deals whose amounts are multiples of a unit: every deal added to the distribution in turn. */
export function latticeQuantile(
  deals: readonly OpenDeal[],
  unit: number,
): (share: number) => number {
  const sorted = [...deals].sort((a, b) => a.amount - b.amount);
  const wide = sorted.map(({ amount }) => Math.round(amount / unit));
  let mass = new Float64Array(wide.reduce((a, b) => a + b, 1));
  mass[0] = 1;
  let top = 0;
  sorted.forEach(({ probability: p }, deal) => {
    const k = wide[deal]!;
    for (let cell = top + k; cell >= k; cell--)
      mass[cell] = mass[cell]! * (1 - p) + mass[cell - k]! * p;
    for (let cell = k - 1; cell >= 0; cell--) mass[cell]! *= 1 - p;
    top += k;
  });
  let sum = 0;
  mass = mass.map((one) => {
    sum += one;
    return sum;
  });
  return (share) => unit * mass.findIndex((upTo) => upTo >= share - 1e-12);
}
