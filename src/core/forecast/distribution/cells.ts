import { type CellDeal, cellMass } from "./cellMass.ts";
import { stepsUpTo } from "./latticeStep.ts";
import { chancePerDeal, type Portfolio } from "./portfolio.ts";
import type { Scenarios } from "./scenarios.ts";
import type { TotalDistribution } from "./totalDistribution.ts";

/**
 * Where an amount between two cells goes: `down` and `up` give totals that are certainly not above, not below the true
 * ones (Embrechts & Frei 2009); `split` shares it between both so that the mean stays.
 */
export type Rounding = "down" | "up" | "split";

const onCells: Readonly<Record<Rounding, (cells: number) => CellDeal>> = {
  down: (cells) => ({ cells: Math.floor(cells + 1e-6), beyond: 0 }),
  up: (cells) => ({ cells: Math.ceil(cells - 1e-6), beyond: 0 }),
  split: (cells) => ({
    cells: Math.floor(cells + 1e-6),
    beyond: Math.max(0, cells - Math.floor(cells + 1e-6)),
  }),
};

/** The distribution on multiples of a step: exact where all amounts are such multiples. */
export function cells(
  portfolio: Portfolio,
  scenarios: Scenarios,
  step: number,
  rounding: Rounding = "split",
): TotalDistribution {
  const order = Array.from(portfolio.amounts, (_, at) => at);
  order.sort((a, b) => (portfolio.amounts[a] ?? 0) - (portfolio.amounts[b] ?? 0));
  const deals = order.map((deal) => {
    const wide = (portfolio.amounts[deal] ?? 0) / step;
    const nearest = Math.round(wide);
    return Math.abs(wide - nearest) < 1e-6
      ? { cells: nearest, beyond: 0 }
      : onCells[rounding](wide);
  });
  const upTo = new Float64Array(
    deals.reduce((sum, deal) => sum + deal.cells + Math.ceil(deal.beyond), 1),
  );
  scenarios.chances.forEach((chances, state) => {
    const each = chancePerDeal(portfolio, chances);
    const mass = cellMass(
      deals,
      order.map((deal) => each[deal] ?? 0),
    );
    const weight = scenarios.weights[state] ?? 0;
    for (let cell = 0; cell < mass.length; cell++)
      upTo[cell] = (upTo[cell] ?? 0) + weight * (mass[cell] ?? 0);
  });
  for (let cell = 1; cell < upTo.length; cell++)
    upTo[cell] = (upTo[cell] ?? 0) + (upTo[cell - 1] ?? 0);
  const cellOf = (x: number) => stepsUpTo(x, step);
  return {
    low: 0,
    high: (upTo.length - 1) * step,
    atMost: (x) => (x < 0 ? 0 : (upTo[Math.min(cellOf(x), upTo.length - 1)] ?? 0)),
    settle: (x) => cellOf(x) * step,
  };
}
