import { expect, it } from "vitest";
import { wilsonInterval } from "../../../src/core/accuracy/wilson.ts";

// scipy 1.17: scipy.stats.binomtest(hits, count).proportion_ci(level, method="wilson")
it.each([
  [0, 5, 0.8, 0.0, 0.24725712712067482],
  [8, 10, 0.95, 0.4901624715366418, 0.9433178485456248],
  [37, 50, 0.8, 0.6537726280523272, 0.810962006476006],
  [5, 5, 0.95, 0.5655175352168251, 1.0],
])("%d of %d at %d", (hits, count, level, low, high) => {
  const found = wilsonInterval(hits, count, level);
  expect(found[0]).toBeCloseTo(low, 9);
  expect(found[1]).toBeCloseTo(high, 9);
});
