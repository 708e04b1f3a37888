import { expect, it } from "vitest";
import { sameShareP } from "../../../src/core/statistics/sameShare.ts";

const p = (hits: number, count: number, otherHits: number, otherCount: number) =>
  sameShareP({ hits, misses: count - hits, otherHits, otherMisses: otherCount - otherHits });

// R 4.2: prop.test(c(a, b), c(n, m), correct = FALSE)$p.value; the last fisher.test, an expected count being 3.5
it.each([
  [45, 200, 65, 210, 0.053507033487302],
  [56, 70, 48, 80, 0.00804508136819656],
  [30, 60, 20, 60, 0.0640775064510592],
  [0, 7, 5, 9, 0.0336538461538462],
])("%d of %d against %d of %d", (a, n, b, m, expected) => {
  expect(p(a, n, b, m)).toBeCloseTo(expected, 12);
});

it("is certain of nothing where all is won, and undefined for an empty group", () => {
  expect(p(9, 9, 40, 40)).toBe(1);
  expect(p(0, 0, 4, 9)).toBeUndefined();
  expect(p(4, 9, 0, 0)).toBeUndefined();
});
