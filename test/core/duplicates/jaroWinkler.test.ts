import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAlike, jaroWinkler } from "../../../src/core/duplicates/jaroWinkler.ts";

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

describe("isAlike", () => {
  it("says of any two texts and any limit what the likeness says", () => {
    // Few letters, so that texts are often alike; some are longer than what is looked at.
    const text = fc.string({ unit: fc.constantFrom(..."abc "), maxLength: 70 });
    const edited = fc
      .tuple(text, fc.nat(69), fc.constantFrom("x", "", "ab"))
      .map(([one, at, by]) => [one, one.slice(0, at) + by + one.slice(at + 1)] as const);
    let alike = 0;
    fc.assert(
      fc.property(
        fc.oneof(fc.tuple(text, text), edited),
        fc.double({ min: 0.5, max: 1, noNaN: true }),
        ([a, b], from) => {
          const expected = jaroWinkler(a, b) >= from;
          if (expected) alike++;
          expect(isAlike(a, b, from)).toBe(expected);
          expect(isAlike(a, b, jaroWinkler(a, b))).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
    expect(alike).toBeGreaterThan(50);
    expect(alike).toBeLessThan(450);
  });
});
