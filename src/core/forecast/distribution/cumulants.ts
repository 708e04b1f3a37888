import { newBusinessCumulants } from "./newBusiness.ts";
import type { Portfolio } from "./portfolio.ts";

/** Mean, variance, and third and fourth cumulant of a total. */
export type Cumulants = readonly [mean: number, variance: number, third: number, fourth: number];

/** Sums of the powers 1 to 4 of the amounts, group after group. */
export function powerSums({ amounts, starts }: Portfolio): Float64Array {
  const sums = new Float64Array(4 * (starts.length - 1));
  for (let group = 0; group + 1 < starts.length; group++) {
    const end = starts[group + 1] ?? 0;
    for (let deal = starts[group] ?? 0; deal < end; deal++) {
      let power = 1;
      for (let k = 0; k < 4; k++) {
        power *= amounts[deal] ?? 0;
        sums[4 * group + k] = (sums[4 * group + k] ?? 0) + power;
      }
    }
  }
  return sums;
}

/** Expected powers 1 to 4 of the share at which a deal closes. */
function shareMoments({ shares }: Portfolio): Cumulants {
  const moment = (k: number) => shares.reduce((sum, one) => sum + one.weight * one.share ** k, 0);
  return [moment(1), moment(2), moment(3), moment(4)];
}

/** Cumulants of a mixture of totals, by its central moments. */
function mixed(parts: readonly Cumulants[], weights: ArrayLike<number>): Cumulants {
  const mean = parts.reduce((sum, part, at) => sum + (weights[at] ?? 0) * part[0], 0);
  let [second, third, fourth] = [0, 0, 0];
  parts.forEach(([m, v, c, k], at) => {
    const d = m - mean;
    const weight = weights[at] ?? 0;
    second += weight * (v + d * d);
    third += weight * (c + 3 * v * d + d ** 3);
    fourth += weight * (k + 3 * v * v + 4 * c * d + 6 * v * d * d + d ** 4);
  });
  return [mean, second, third, fourth - 3 * second * second];
}

/**
 * Cumulants of the total of independent groups of deals and of new business, without what is certain. Each group has
 * `weights.length` possible chances, in `chances` one group after the other; a cohort has all its first ones, or all
 * its second ones …
 */
export function totalCumulants(
  portfolio: Portfolio,
  sums: Float64Array,
  chances: ArrayLike<number>,
  weights: ArrayLike<number> = [1],
): Cumulants {
  const moments = shareMoments(portfolio);
  const total: [number, number, number, number] = [0, 0, 0, 0];
  if (weights.length === 1) addGroups(total, sums, chances, moments);
  else addMixtures(total, portfolio.cohorts, sums, chances, moments, weights);
  if (portfolio.newBusiness) {
    const added = newBusinessCumulants(portfolio.newBusiness);
    for (const k of [0, 1, 2, 3] as const) total[k] += added[k];
  }
  return total;
}

type Sums = [number, number, number, number];

function addGroups(
  total: Sums,
  sums: Float64Array,
  chances: ArrayLike<number>,
  [e1, e2, e3, e4]: Cumulants,
): void {
  for (let group = 0; 4 * group < sums.length; group++) {
    const p = chances[group] ?? 0;
    const q = p * e1;
    const qq = q * q;
    const pe2 = p * e2;
    const at = 4 * group;
    total[0] += (sums[at] ?? 0) * q;
    total[1] += (sums[at + 1] ?? 0) * (pe2 - qq);
    total[2] += (sums[at + 2] ?? 0) * (p * e3 - 3 * q * pe2 + 2 * qq * q);
    total[3] +=
      (sums[at + 3] ?? 0) * (p * e4 - 4 * q * p * e3 - 3 * pe2 * pe2 + 12 * qq * pe2 - 6 * qq * qq);
  }
}

function addMixtures(
  total: Sums,
  cohorts: readonly number[],
  sums: Float64Array,
  chances: ArrayLike<number>,
  moments: Cumulants,
  weights: ArrayLike<number>,
): void {
  const variants = weights.length;
  for (let cohort = 0; cohort + 1 < cohorts.length; cohort++) {
    const [from, to] = [cohorts[cohort] ?? 0, cohorts[cohort + 1] ?? 0];
    const own = sums.subarray(4 * from, 4 * to);
    const parts = Array.from({ length: variants }, (_, variant): Sums => {
      const part: Sums = [0, 0, 0, 0];
      const chosen = new Float64Array(to - from);
      for (let group = from; group < to; group++)
        chosen[group - from] = chances[group * variants + variant] ?? 0;
      addGroups(part, own, chosen, moments);
      return part;
    });
    const whole = mixed(parts, weights);
    for (const k of [0, 1, 2, 3] as const) total[k] += whole[k];
  }
}
