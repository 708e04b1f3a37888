import { normalCdf } from "../../statistics/normal.ts";
import { type Cumulants, powerSums, totalCumulants } from "./cumulants.ts";
import { casesOf, withoutLargest } from "./largestDeals.ts";
import { stepsUpTo } from "./latticeStep.ts";
import { chancePerDeal, isPlain, type Portfolio, spanOf } from "./portfolio.ts";
import type { Scenarios } from "./scenarios.ts";
import type { TotalDistribution } from "./totalDistribution.ts";

// Taken out of Math once: looking a global up costs more than the sum it is used in.
const { abs, exp, max, min, sqrt } = Math;
const SQRT_2_PI = Math.sqrt(2 * Math.PI);

/** Above this skewness the expansion breaks down, and a shifted gamma distribution is nearer. */
const MOST_SKEW = 0.6;

/** P(total <= x) of a sum of many independent deals from its cumulants (Edgeworth series to the fourth). */
export function cumulantCdf([mean, variance, third, fourth]: Cumulants, x: number): number {
  if (variance <= 0) return x >= mean ? 1 : 0;
  const z = (x - mean) / sqrt(variance);
  const skew = third / variance ** 1.5;
  if (abs(z) > 9) return z > 0 ? 1 : 0;
  if (abs(skew) > MOST_SKEW) return gammaCdf(z, skew);
  const excess = fourth / (variance * variance);
  const density = exp((-z * z) / 2) / SQRT_2_PI;
  const terms =
    (skew / 6) * (z * z - 1) +
    (excess / 24) * (z ** 3 - 3 * z) +
    ((skew * skew) / 72) * (z ** 5 - 10 * z ** 3 + 15 * z);
  return held(normalCdf(z) - density * terms);
}

function held(probability: number): number {
  return min(1, max(0, probability));
}

/** A gamma distribution of mean 0, variance 1 and this skewness, by the cube root of Wilson and Hilferty (1931). */
function gammaCdf(z: number, skew: number): number {
  const base = 1 + (skew / 2) * z;
  if (base <= 0) return skew > 0 ? 0 : 1;
  return normalCdf((6 / skew) * (Math.cbrt(base) - 1) + skew / 6);
}

/** Many deals: a mixture over the common factor of expansions. Largest error about 1e-4 from a few hundred deals on. */
export function edgeworth(
  portfolio: Portfolio,
  scenarios: Scenarios,
  step: number | undefined,
): TotalDistribution {
  const parts = partsOf(portfolio, scenarios, step ?? 0);
  const halfStep = (step ?? 0) / 2;
  const settle = (x: number) => (step === undefined ? x : Math.max(0, stepsUpTo(x, step)) * step);
  const reach = parts.reduce(
    (most, { shift, cumulants: [mean, variance] }) =>
      Math.max(most, shift + mean + 9 * sqrt(variance)),
    0,
  );
  return {
    low: 0,
    high: portfolio.newBusiness ? reach : spanOf(portfolio),
    atMost: (x) => {
      if (x < 0) return 0;
      const at = settle(x) + halfStep;
      return parts.reduce(
        (sum, { weight, shift, cumulants }) => sum + weight * cumulantCdf(cumulants, at - shift),
        0,
      );
    },
    ...(step === undefined ? {} : { settle }),
  };
}

type Part = { readonly weight: number; readonly shift: number; readonly cumulants: Cumulants };

/** Deals that stand out are not expanded: each set of them that may be won is a part of its own. */
const STANDING_OUT = 6;

function partsOf(portfolio: Portfolio, scenarios: Scenarios, step: number): Part[] {
  const plain = isPlain(portfolio);
  const { rest, large } = plain
    ? withoutLargest(portfolio, portfolio.chances, STANDING_OUT)
    : { rest: portfolio, large: [] };
  const sums = powerSums(rest);
  return scenarios.chances.flatMap((chances, state) => {
    const [mean, variance, third, fourth] = totalCumulants(
      rest,
      sums,
      chances,
      scenarios.variantWeights,
    );
    // Half a step above a lattice point the series needs Sheppard's corrections.
    const cumulants = [mean, variance - step ** 2 / 12, third, fourth + step ** 4 / 120] as const;
    const each = large.length > 0 ? chancePerDeal(portfolio, chances) : chances;
    const cases = casesOf(large.map(({ amount, at }) => ({ amount, chance: each[at] ?? 0 })));
    return cases.map(({ total, mass }) => ({
      weight: mass * (scenarios.weights[state] ?? 0),
      shift: total,
      cumulants,
    }));
  });
}
