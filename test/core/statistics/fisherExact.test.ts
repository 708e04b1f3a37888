import fc from "fast-check";
import { expect, it } from "vitest";
import { fisherExact } from "../../../src/core/statistics/fisherExact.ts";

const p = (hits: number, misses: number, otherHits: number, otherMisses: number) =>
  fisherExact({ hits, misses, otherHits, otherMisses });

// R 4.2: fisher.test(matrix(c(a, b, c, d), 2, byrow = TRUE))$p.value
it.each([
  [3, 1, 1, 3, 0.485714285714286],
  [10, 2, 3, 15, 0.000536724119143436],
  [45, 155, 65, 145, 0.0584801927561246],
  [0, 7, 5, 4, 0.0336538461538462],
  [1200, 1800, 900, 1600, 0.00238619065533442],
  [2, 98, 9, 91, 0.0582207175802875],
  [0, 3, 0, 9, 1],
  [7, 7, 7, 7, 1],
])("%d %d %d %d", (a, b, c, d, expected) => {
  expect(p(a, b, c, d)).toBeCloseTo(expected, 12);
});

it("equals the sum over every table with these margins, counted by binomial coefficients", () => {
  const choose = (n: number, k: number): number =>
    k < 0 || k > n ? 0 : k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k;
  const count = fc.integer({ min: 0, max: 9 });
  fc.assert(
    fc.property(count, count, count, count, (a, b, c, d) => {
      const ways = (k: number) => choose(a + b, k) * choose(c + d, a + c - k);
      let [all, extreme] = [0, 0];
      for (let k = 0; k <= a + c; k++) {
        all += ways(k);
        if (ways(k) <= ways(a) * (1 + 1e-7)) extreme += ways(k);
      }
      expect(p(a, b, c, d)).toBeCloseTo(extreme / all, 10);
    }),
  );
});
