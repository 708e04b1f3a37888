import { expect, it } from "vitest";
import { newcombeInterval } from "../../../src/core/accuracy/newcombe.ts";

// Newcombe 1998, method 10; the first is the published example, all are its formula over R 4.2 prop.test(x, n, correct = FALSE)$conf.int
it.each([
  [56, 70, 48, 80, 0.0524314724023649, 0.3338726540369059],
  [9, 10, 3, 10, 0.170522723934503, 0.809017973535488],
  [5, 56, 0, 29, -0.0381371479035369, 0.1925600138551116],
  [10, 10, 0, 10, 0.607509350430524, 1],
])("%d of %d less %d of %d", (hits, count, otherHits, otherCount, low, high) => {
  const found = newcombeInterval({ hits, count }, { hits: otherHits, count: otherCount }, 0.95);
  expect(found[0]).toBeCloseTo(low, 9);
  expect(found[1]).toBeCloseTo(high, 9);
});
