import { comonotone } from "./comonotone.ts";
import { powerSums, totalCumulants } from "./cumulants.ts";
import type { Found, Method } from "./found.ts";
import type { NewBusiness } from "./newBusiness.ts";
import {
  type ClosingShare,
  isPlain,
  type OpenDeal,
  type Portfolio,
  portfolioOf,
} from "./portfolio.ts";
import { type Scenarios, scenariosOf } from "./scenarios.ts";
import { quantileOf, type TotalDistribution } from "./totalDistribution.ts";
import { totalOf } from "./totalOf.ts";

export type ForecastOptions = {
  /** How much all deals depend on one common factor, 0 to 1; 0 when left out. */
  readonly correlation?: number | undefined;
  readonly shares?: readonly ClosingShare[] | undefined;
  readonly newBusiness?: NewBusiness | undefined;
};

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
  { correlation = 0, shares, newBusiness }: ForecastOptions = {},
): ForecastDistribution {
  const portfolio = portfolioOf(deals, shares, newBusiness);
  if (correlation >= AS_ONE && isPlain(portfolio)) {
    const total = comonotone(portfolio);
    return described(portfolio, total, { method: "exact", total });
  }
  const scenarios = scenariosOf(portfolio, Math.min(correlation, AS_ONE));
  return described(portfolio, momentsOf(portfolio, scenarios), totalOf(portfolio, scenarios));
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
  // Neither the factor nor what is not known about a probability moves the mean.
  const [mean] = totalCumulants(portfolio, sums, portfolio.chances);
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
    atMost: (x) => held(total.atMost(x - certain + tolerance(x))),
    atLeast: (x) => {
      const below = x - certain - tolerance(x);
      return below <= 0 ? 1 : held(1 - total.atMost(below));
    },
  };
}

/** Kept to what a probability can be, where rounding leaves it. */
const held = (probability: number) => Math.min(1, Math.max(0, probability));
