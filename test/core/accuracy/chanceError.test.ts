import { expect, it } from "vitest";
import { chanceError } from "../../../src/core/accuracy/chanceError.ts";

const bin = (calls: number, given: number) => ({
  from: 0,
  to: 1,
  calls,
  given,
  won: 0,
  low: 0,
  high: 1,
});

it("is what honest probabilities show by chance", () => {
  expect(chanceError([bin(400, 0.5)])).toBeCloseTo(exact(400, 0.5), 4);
  expect(chanceError([bin(300, 0.2)])).toBeCloseTo(exact(300, 0.2), 4);
  const both = (400 * exact(400, 0.5) + 300 * exact(300, 0.2)) / 700;
  expect(chanceError([bin(400, 0.5), bin(300, 0.2)])).toBeCloseTo(both, 4);
  expect(chanceError([])).toBeUndefined();
});

/** The mean absolute deviation of a binomial share, summed over its probabilities. */
function exact(n: number, p: number): number {
  let [mass, sum] = [(1 - p) ** n, 0];
  for (let k = 0; k <= n; k++) {
    sum += mass * Math.abs(k / n - p);
    mass *= ((n - k) / (k + 1)) * (p / (1 - p));
  }
  return sum;
}
