import type { ForecastPair } from "./forecastPair.ts";

/** So many closed periods weigh as much as what is believed without them. */
const BELIEF = 4;
/** A method that was always right does not take all. */
const LEAST_ERROR = 1e-6;

/**
 * Weights of methods from how far off each was: the share of 1 / its mean squared error, drawn towards the given weights
 * while the periods are few (half each at four). A method is judged on the periods that all have; without any the
 * given weights stay. They add up to 1.
 */
export function learnedWeights(
  past: readonly (readonly (ForecastPair | undefined)[])[],
  given: readonly number[],
): number[] {
  const total = given.reduce((sum, weight) => sum + weight, 0);
  const believed = given.map((weight) => (total > 0 ? weight / total : 1 / given.length));
  const common = past.filter((pairs) => given.every((_, method) => pairs[method] !== undefined));
  if (common.length === 0) return believed;
  const size = common.reduce((sum, pairs) => sum + (pairs[0]?.actual ?? 0) ** 2, 0);
  const squares = given.map((_, method) => {
    const sum = common.reduce((all, pairs) => {
      const pair = pairs[method];
      return pair ? all + (pair.forecast - pair.actual) ** 2 : all;
    }, 0);
    return Math.max(sum, LEAST_ERROR * size);
  });
  if (squares.some((square) => !(square > 0))) return believed;
  const inverse = squares.map((square) => 1 / square);
  const all = inverse.reduce((sum, one) => sum + one, 0);
  const learnt = common.length / (common.length + BELIEF);
  return believed.map(
    (weight, method) => (1 - learnt) * weight + (learnt * (inverse[method] ?? 0)) / all,
  );
}
