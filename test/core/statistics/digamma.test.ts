import { expect, it } from "vitest";
import { digamma } from "../../../src/core/statistics/digamma.ts";

// scipy 1.17: digamma, polygamma(1, x)
it.each([
  [0.3, -3.502524222200133, 12.245364546107734],
  [1, -0.5772156649015329, 1.6449340668482266],
  [7.5, 1.9467574842460866, 0.1426158966967038],
  [40, 3.6763273740348428, 0.025315103841291032],
])("at %d", (x, first, second) => {
  expect(digamma(x).digamma).toBeCloseTo(first, 12);
  expect(digamma(x).trigamma).toBeCloseTo(second, 12);
});
