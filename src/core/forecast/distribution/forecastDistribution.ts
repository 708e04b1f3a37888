import { atoms } from "./atoms.ts";
import { cells } from "./cells.ts";
import { characteristic } from "./characteristic.ts";
import { comonotone } from "./comonotone.ts";
import { powerSums, totalCumulants } from "./cumulants.ts";
import { edgeworth } from "./edgeworth.ts";
import { inversion } from "./inversion.ts";
import { withLargest, withoutLargest } from "./largestDeals.ts";
import { latticeStep } from "./latticeStep.ts";
import {
  type ClosingShare,
  isPlain,
  type NewDeals,
  type OpenDeal,
  type Portfolio,
  portfolioOf,
  spanOf,
} from "./portfolio.ts";
import { type Scenarios, scenariosOf } from "./scenarios.ts";
import { bySmoothnessOf } from "./smoothness.ts";
import { quantileOf, type TotalDistribution } from "./totalDistribution.ts";
import { windowOf } from "./window.ts";

export type ForecastOptions = {
  /** How much all deals depend on one common factor, 0 to 1; 0 when left out. */
  readonly correlation?: number | undefined;
  readonly shares?: readonly ClosingShare[] | undefined;
  readonly newDeals?: readonly NewDeals[] | undefined;
};

/**
 * `exact`: to rounding. `inverted`: to about 1e-9, correlated to about 1e-5, without proven bounds. `expanded`: many correlated deals, to about 1e-4 in probability.
 * `bracketed`: on a grid, with rigorous bounds.
 */
export type Method = "exact" | "inverted" | "expanded" | "bracketed";

/** The distribution of what open deals will bring. */
export type ForecastDistribution = {
  readonly mean: number;
  readonly deviation: number;
  readonly method: Method;
  readonly quantile: (share: number) => number;
  /** Bounds between which the quantile lies for certain; equal where it is not bracketed. */
  readonly bounds: (share: number) => readonly [low: number, high: number];
  /** P(total <= x), and P(total >= x) with what equals x, which is compared with a relative tolerance of 1e-12. */
  readonly atMost: (x: number) => number;
  readonly atLeast: (x: number) => number;
};

/** The correlation from which deals are taken to move as one. */
const AS_ONE = 0.9999;

/**
 * The distribution of the total of open deals, without simulation: the same deals give the same answer. Mean and
 * deviation are 0 without any deal. Sources: Hong 2013 (Poisson-binomial by characteristic function), Vasicek 1987 (one factor).
 */
export function forecastDistribution(
  deals: readonly OpenDeal[],
  { correlation = 0, shares, newDeals }: ForecastOptions = {},
): ForecastDistribution {
  const portfolio = portfolioOf(deals, shares, newDeals);
  if (correlation >= AS_ONE && isPlain(portfolio)) {
    const total = comonotone(portfolio);
    return described(portfolio, total, { method: "exact", total });
  }
  const scenarios = scenariosOf(portfolio, Math.min(correlation, AS_ONE));
  return described(portfolio, momentsOf(portfolio, scenarios), totalOf(portfolio, scenarios));
}

type Found = {
  readonly method: Method;
  readonly total: TotalDistribution;
  readonly bounds?: () => readonly [TotalDistribution, TotalDistribution];
};

/** The method that is most exact for these deals and affordable. */
function totalOf(portfolio: Portfolio, scenarios: Scenarios): Found {
  const states = scenarios.weights.length;
  const count = portfolio.amounts.length;
  const plain = isPlain(portfolio);
  const step = plain ? latticeStep(portfolio.amounts) : undefined;
  const exact = plain ? exactTotal(portfolio, scenarios, step) : undefined;
  if (exact) return { method: "exact", total: exact };
  if (count * states * scenarios.variantWeights.length <= (states === 1 ? 400_000 : 30_000)) {
    const invert = plain && states > 1 ? bySmoothness : invertedTotal;
    const inverted = invert(portfolio, scenarios, step);
    if (inverted) return { method: "inverted", total: inverted };
  }
  return plain && count <= (states === 1 ? 1500 : 200)
    ? gridTotal(portfolio, scenarios)
    : { method: "expanded", total: edgeworth(portfolio, scenarios, step) };
}

function exactTotal(
  portfolio: Portfolio,
  scenarios: Scenarios,
  step: number | undefined,
): TotalDistribution | undefined {
  const states = scenarios.weights.length;
  const count = portfolio.amounts.length;
  const steps = step === undefined ? Number.POSITIVE_INFINITY : spanOf(portfolio) / step;
  if (step !== undefined && states * count * steps <= (states === 1 ? 4e7 : 1e8))
    return cells(portfolio, scenarios, step);
  return states * 2 ** (count / 2) <= (states === 1 ? 33_000 : 400_000)
    ? atoms(portfolio, scenarios)
    : undefined;
}

/** Most products of complex numbers that one answer may take. */
const EFFORT = 1e8;

function invertedTotal(
  portfolio: Portfolio,
  scenarios: Scenarios,
  step: number | undefined,
): TotalDistribution | undefined {
  const alone = scenarios.weights.length === 1 && isPlain(portfolio);
  const { rest, large } = alone ? withoutLargest(portfolio) : { rest: portfolio, large: [] };
  const many =
    portfolio.amounts.length * scenarios.weights.length * scenarios.variantWeights.length;
  const most = Math.min(4096, Math.max(200, Math.floor(EFFORT / Math.max(1, many))));
  const next = (base: number) => characteristic(rest, scenarios, base);
  const total = inversion({ ...windowOf(rest, scenarios), step }, next, most);
  return total && withLargest(total, large);
}

/**
 * Inverts where the characteristic function falls to nothing. In far states of the factor hardly a deal is won, or lost,
 * and the total stays discrete: those few, of little weight, are added up on a grid.
 */
function bySmoothness(
  portfolio: Portfolio,
  scenarios: Scenarios,
  step: number | undefined,
): TotalDistribution | undefined {
  const { smooth, rough, weight } = bySmoothnessOf(portfolio, scenarios);
  if (weight < 0.9) return undefined;
  const inverted = invertedTotal(portfolio, smooth, step);
  if (!inverted || rough.weights.length === 0) return inverted;
  const { total } = gridTotal(portfolio, rough);
  return {
    low: 0,
    high: Math.max(inverted.high, total.high),
    atMost: (x) => weight * inverted.atMost(x) + total.atMost(x),
    ...(inverted.settle ? { settle: inverted.settle } : {}),
  };
}

function gridTotal(portfolio: Portfolio, scenarios: Scenarios): Found {
  const { amounts } = portfolio;
  const effort = scenarios.weights.length > 1 ? 6e7 : 3e7;
  const wide = Math.min(500_000, effort / (amounts.length * scenarios.weights.length));
  const step = spanOf(portfolio) / Math.max(1000, Math.floor(wide));
  return {
    method: "bracketed",
    total: cells(portfolio, scenarios, step),
    bounds: () => [
      cells(portfolio, scenarios, step, "down"),
      cells(portfolio, scenarios, step, "up"),
    ],
  };
}

/** P(total >= target) of uncertain deals, in states of the factor that are already weighed. */
export function chanceOfTotal(portfolio: Portfolio, scenarios: Scenarios, target: number): number {
  const below = target - 1e-12 * Math.abs(target);
  return below <= 0 ? 1 : 1 - totalOf(portfolio, scenarios).total.atMost(below);
}

type Moments = { readonly mean: number; readonly variance: number };

function momentsOf(portfolio: Portfolio, scenarios: Scenarios): Moments {
  const sums = powerSums(portfolio);
  const states = scenarios.chances.map((chances) =>
    totalCumulants(portfolio, sums, chances, scenarios.variantWeights),
  );
  const mean = states.reduce((sum, state, at) => sum + (scenarios.weights[at] ?? 0) * state[0], 0);
  const variance = states.reduce(
    (sum, [m, v], at) => sum + (scenarios.weights[at] ?? 0) * (v + (m - mean) ** 2),
    0,
  );
  return { mean, variance };
}

function described(
  portfolio: Portfolio,
  { mean, variance }: Moments,
  found: Found,
): ForecastDistribution {
  const { certain } = portfolio;
  const { total, method } = found;
  const gross = Math.abs(certain) + total.high;
  const tolerance = (x: number) => Math.max(1e-12 * Math.abs(x), 4e-16 * gross);
  const quantile = (share: number) => certain + quantileOf(total, share);
  let bounding: readonly [TotalDistribution, TotalDistribution] | undefined;
  return {
    mean: certain + mean,
    deviation: Math.sqrt(variance),
    method,
    quantile,
    bounds: (share) => {
      if (!found.bounds) return [quantile(share), quantile(share)];
      bounding ??= found.bounds();
      return [certain + quantileOf(bounding[0], share), certain + quantileOf(bounding[1], share)];
    },
    atMost: (x) => total.atMost(x - certain + tolerance(x)),
    atLeast: (x) => {
      const below = x - certain - tolerance(x);
      return below <= 0 ? 1 : 1 - total.atMost(below);
    },
  };
}
