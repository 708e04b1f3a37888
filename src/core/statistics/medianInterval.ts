import { normalQuantile } from "./normal.ts";

/** Values from which on the binomial is close enough to a normal curve. */
const MANY = 1000;

/**
 * How many values from either end the interval begins: the largest k for which fewer than k of n fair coins show heads
 * with a probability of at most (1 - level) / 2.
 */
function rankOf(count: number, level: number): number {
  const tail = (1 - level) / 2;
  if (count > MANY) {
    return Math.floor((count - normalQuantile(1 - tail) * Math.sqrt(count)) / 2);
  }
  let term = 0.5 ** count;
  let sum = 0;
  for (let heads = 0; heads < count; heads++) {
    sum += term;
    if (sum > tail) return heads;
    term *= (count - heads) / (heads + 1);
  }
  return 0;
}

/**
 * Where the true median lies with at least the given probability, whatever the values' distribution: two of the values
 * themselves, by their rank. Undefined for so few values that none reaches it, five at 95 %.
 */
export function medianInterval(
  sorted: readonly number[],
  level: number,
): readonly [number, number] | undefined {
  const rank = rankOf(sorted.length, level);
  const [low, high] = [sorted[rank - 1], sorted[sorted.length - rank]];
  return low === undefined || high === undefined ? undefined : [low, high];
}
