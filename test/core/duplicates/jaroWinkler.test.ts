import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jaroWinkler } from "../../../src/core/duplicates/jaroWinkler.ts";

describe("jaroWinkler", () => {
  // Winkler's published examples.
  it.each([
    ["MARTHA", "MARHTA", 0.9611],
    ["DWAYNE", "DUANE", 0.84],
    ["DIXON", "DICKSONX", 0.8133],
    ["JELLYFISH", "SMELLYFISH", 0.8963],
    ["CRATE", "TRACE", 0.7333],
  ])("%s and %s are %d alike", (a, b, expected) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(expected, 4);
  });

  it("lies between 0 and 1, is 1 for equal texts alone, and does not mind the order", () => {
    const text = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const alike = jaroWinkler(a, b);
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
        expect(jaroWinkler(b, a)).toBeCloseTo(alike, 12);
        expect(alike === 1).toBe(a === b);
      }),
    );
  });
});
