import { ensembleForecast } from "./ensembleForecast.ts";
import type { ForecastPair } from "./forecastPair.ts";

/** So many closed periods weigh as much as what is believed without them. */
const BELIEF = 4;
/** The power of the errors rises by one in so many periods: a long past tells the best apart, a short one does not. */
const RISES_IN = 8;
/** A method that was always right does not take all. */
const LEAST_ERROR = 1e-6;

/**
 * Weights of methods from how far off each was: the given weight times a power of 1 / its mean squared error (Bates and
 * Granger 1969; Stock and Watson 2004), drawn towards the given weights while the periods are few (half each at four).
 * The power is 1 for up to four periods and grows with more. In a period of which a method said nothing it counts as having
 * said what the others said together. They add up to 1.
 */
export function learnedWeights(
  past: readonly (readonly (ForecastPair | undefined)[])[],
  given: readonly number[],
): number[] {
  const total = given.reduce((sum, weight) => sum + weight, 0);
  const believed = given.map((weight) => (total > 0 ? weight / total : 1 / given.length));
  const misses = past.flatMap((pairs) => {
    const actual = pairs.find((pair) => pair !== undefined)?.actual;
    const together = ensembleForecast(
      pairs.map((pair) => pair?.forecast),
      believed,
    );
    if (actual === undefined || together === undefined) return [];
    return [{ actual, by: believed.map((_, at) => (pairs[at]?.forecast ?? together) - actual) }];
  });
  const count = misses.length;
  const size = misses.reduce((sum, { actual }) => sum + actual ** 2, 0);
  const squares = believed.map((_, method) =>
    Math.max(
      misses.reduce((sum, { by }) => sum + (by[method] ?? 0) ** 2, 0),
      LEAST_ERROR * size,
    ),
  );
  const least = Math.min(...squares);
  if (count === 0 || !(least > 0)) return believed;
  const power = 1 + Math.max(0, count - BELIEF) / RISES_IN;
  const merits = believed.map(
    (weight, method) => weight * (least / (squares[method] ?? 1)) ** power,
  );
  const all = merits.reduce((sum, one) => sum + one, 0);
  if (!(all > 0)) return believed;
  const learnt = count / (count + BELIEF);
  return believed.map(
    (weight, method) => (1 - learnt) * weight + (learnt * (merits[method] ?? 0)) / all,
  );
}
