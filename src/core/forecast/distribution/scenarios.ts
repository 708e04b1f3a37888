import { digamma } from "../../statistics/digamma.ts";
import { normalCdf, normalQuantile } from "../../statistics/normal.ts";
import { powerSums, totalCumulants } from "./cumulants.ts";
import type { Portfolio } from "./portfolio.ts";

/**
 * States of the common factor, each with its weight and with the chances of all groups in it: `variantWeights.length`
 * for each group, one after the other, for what is not known about a measured probability.
 */
export type Scenarios = {
  readonly weights: readonly number[];
  readonly chances: readonly Float64Array[];
  readonly variantWeights: readonly number[];
};

type Grid = { readonly at: readonly number[]; readonly weights: readonly number[] };

/** Trapezoid over the standard normal density: spectrally exact when the integrand is smooth on the scale of the step. */
function normalGrid(reach: number, count: number): Grid {
  const at = Array.from({ length: count }, (_, k) => reach * ((2 * k) / (count - 1) - 1));
  const density = at.map((z) => Math.exp((-z * z) / 2));
  const total = density.reduce((sum, value) => sum + value, 0);
  return { at, weights: density.map((value) => value / total) };
}

/**
 * One-factor Gaussian copula (Vasicek 1987, Li 2000): given the factor z, deals are independent with chance
 * Phi((Phi^-1(p) + sqrt(rho) z) / sqrt(1 - rho)). Correlation 0 is one scenario with the chances as they are.
 * `limit` bounds the chances that are worked out in all.
 */
export function scenariosOf(portfolio: Portfolio, correlation: number, limit = 4e6): Scenarios {
  const sums = powerSums(portfolio);
  const variants = variantsOf(portfolio, sums);
  const { chances, at } = variants;
  if (correlation === 0)
    return { weights: [1], chances: [chances], variantWeights: variants.weights };
  const scores = chances.map(normalQuantile);
  const conditional = (z: number) =>
    scores.map((score, index) => {
      const sign = portfolio.signs[Math.floor(index / at)] ?? 1;
      return normalCdf((score + sign * Math.sqrt(correlation) * z) / Math.sqrt(1 - correlation));
    });
  const steepness = Math.hypot(
    Math.sqrt(correlation / (1 - correlation)),
    steepest(portfolio, sums, conditional, variants.weights),
  );
  const most = Math.max(65, Math.min(2001, Math.floor(limit / Math.max(1, chances.length))));
  const grid = normalGrid(
    7,
    Math.max(33, Math.min(most, Math.ceil(16 * Math.hypot(1, steepness)))),
  );
  return {
    weights: grid.weights,
    chances: grid.at.map(conditional),
    variantWeights: variants.weights,
  };
}

/** How fast the conditional mean moves with the factor, in conditional standard deviations. */
function steepest(
  portfolio: Portfolio,
  sums: Float64Array,
  conditional: (z: number) => Float64Array,
  weights: readonly number[],
): number {
  let most = 0;
  for (let z = -3; z < 3; z += 0.5) {
    const [before] = totalCumulants(portfolio, sums, conditional(z), weights);
    const [after, variance] = totalCumulants(portfolio, sums, conditional(z + 0.5), weights);
    if (variance > 0) most = Math.max(most, Math.abs(after - before) / 0.5 / Math.sqrt(variance));
  }
  return most;
}

/**
 * What a measured probability may really be: the Beta posterior of its evidence as a normal distribution of the logit
 * with the same mean and variance, moved so that its mean is the probability.
 */
function variantsOf(portfolio: Portfolio, sums: Float64Array) {
  const { chances, evidence, cohorts } = portfolio;
  if (evidence.every((count) => count === Number.POSITIVE_INFINITY))
    return { chances: Float64Array.from(chances), weights: [1], at: 1 };
  let steepestCohort = 0;
  for (let cohort = 0; cohort + 1 < cohorts.length; cohort++) {
    let [unknown, variance] = [0, 0];
    for (let group = cohorts[cohort] ?? 0; group < (cohorts[cohort + 1] ?? 0); group++) {
      const p = chances[group] ?? 0;
      unknown += (sums[4 * group] ?? 0) * Math.sqrt((p * (1 - p)) / (1 + (evidence[group] ?? 0)));
      variance += (sums[4 * group + 1] ?? 0) * p * (1 - p);
    }
    if (variance > 0) steepestCohort = Math.max(steepestCohort, unknown / Math.sqrt(variance));
  }
  const count = Math.max(13, Math.min(101, Math.ceil(10 * Math.hypot(1, steepestCohort))));
  const grid = normalGrid(5, count);
  const all = new Float64Array(chances.length * count);
  chances.forEach((p, group) => {
    const values = posterior(p, evidence[group] ?? 0, grid);
    all.set((portfolio.signs[group] ?? 1) < 0 ? values.reverse() : values, group * count);
  });
  return { chances: all, weights: grid.weights, at: count };
}

function posterior(p: number, evidence: number, grid: Grid): number[] {
  if (evidence === Number.POSITIVE_INFINITY) return grid.at.map(() => p);
  const [won, lost] = [digamma(p * evidence), digamma((1 - p) * evidence)];
  const spread = Math.sqrt(won.trigamma + lost.trigamma);
  const values = (centre: number) => grid.at.map((z) => 1 / (1 + Math.exp(-centre - spread * z)));
  const start = won.digamma - lost.digamma;
  let [low, high] = [start - 10 * spread - 10, start + 10 * spread + 10];
  for (let round = 0; round < 60; round++) {
    const centre = (low + high) / 2;
    const mean = values(centre).reduce(
      (sum, value, at) => sum + value * (grid.weights[at] ?? 0),
      0,
    );
    if (mean < p) low = centre;
    else high = centre;
  }
  return values((low + high) / 2);
}
