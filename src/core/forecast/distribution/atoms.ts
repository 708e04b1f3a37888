import { chancePerDeal, type Portfolio } from "./portfolio.ts";
import type { Scenarios } from "./scenarios.ts";
import type { TotalDistribution } from "./totalDistribution.ts";

/** All totals of a few deals in increasing order, each with the set of deals (bits) that makes it. */
type Totals = { readonly values: Float64Array; readonly sets: Int32Array };

function totalsOf(amounts: readonly number[]): Totals {
  let values = new Float64Array([0]);
  let sets = new Int32Array([0]);
  amounts.forEach((amount, deal) => {
    const count = values.length;
    const merged = new Float64Array(2 * count);
    const mergedSets = new Int32Array(2 * count);
    let [without, having] = [0, 0];
    for (let at = 0; at < 2 * count; at++) {
      const [a, b] = [values[without] ?? Number.POSITIVE_INFINITY, (values[having] ?? 0) + amount];
      if (having >= count || a <= b) {
        merged[at] = a;
        mergedSets[at] = sets[without++] ?? 0;
      } else {
        merged[at] = b;
        mergedSets[at] = (sets[having++] ?? 0) | (1 << deal);
      }
    }
    [values, sets] = [merged, mergedSets];
  });
  return { values, sets };
}

/** The probability of each total, in the order of the totals. */
function probabilities({ sets }: Totals, chances: readonly number[]): Float64Array {
  const bySet = new Float64Array(sets.length);
  bySet[0] = 1;
  chances.forEach((p, deal) => {
    const bit = 1 << deal;
    for (let set = 0; set < bit; set++) {
      const mass = bySet[set] ?? 0;
      bySet[set | bit] = mass * p;
      bySet[set] = mass * (1 - p);
    }
  });
  const inOrder = new Float64Array(sets.length);
  for (let at = 0; at < sets.length; at++) inOrder[at] = bySet[sets[at] ?? 0] ?? 0;
  return inOrder;
}

function runningSum(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let at = 0; at < values.length; at++) sums[at + 1] = (sums[at] ?? 0) + (values[at] ?? 0);
  return sums;
}

const half = <T>(list: ArrayLike<T>, which: 0 | 1): T[] =>
  Array.from(list).filter((_, at) => at % 2 === which);

/**
 * The exact distribution of few deals. All totals of each half of the deals are listed; P(total <= x) then takes one
 * walk through both lists, so that 30 deals need 2 x 2^15 totals and not 2^30.
 */
export function atoms(portfolio: Portfolio, scenarios: Scenarios): TotalDistribution {
  const lefts = totalsOf(half(portfolio.amounts, 0));
  const rights = totalsOf(half(portfolio.amounts, 1));
  const states = scenarios.chances.map((chances, state) => {
    const each = chancePerDeal(portfolio, chances);
    return {
      weight: scenarios.weights[state] ?? 0,
      left: probabilities(lefts, half(each, 0)),
      upTo: runningSum(probabilities(rights, half(each, 1))),
    };
  });
  const found = new Int32Array(lefts.values.length);
  /** For each total of the left half, how many of the right half keep the sum at or below x. */
  const partners = (x: number) => {
    let count = rights.values.length;
    for (let at = 0; at < found.length; at++) {
      const left = lefts.values[at] ?? 0;
      while (count > 0 && left + (rights.values[count - 1] ?? 0) > x) count--;
      found[at] = count;
    }
    return found;
  };
  return {
    low: 0,
    high: (lefts.values.at(-1) ?? 0) + (rights.values.at(-1) ?? 0),
    atMost: (x) => {
      const counts = partners(x);
      let total = 0;
      for (const { weight, left, upTo } of states) {
        let inState = 0;
        for (let at = 0; at < left.length; at++)
          inState += (left[at] ?? 0) * (upTo[counts[at] ?? 0] ?? 0);
        total += weight * inState;
      }
      return total;
    },
    settle: (x) => {
      const counts = partners(x);
      let best = 0;
      for (let at = 0; at < counts.length; at++) {
        const count = counts[at] ?? 0;
        if (count === 0) continue;
        const sum = (lefts.values[at] ?? 0) + (rights.values[count - 1] ?? 0);
        if (sum > best) best = sum;
      }
      return best;
    },
  };
}
