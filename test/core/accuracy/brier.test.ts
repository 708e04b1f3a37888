import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brierParts, brierScore } from "../../../src/core/accuracy/brier.ts";

const call = (chance: number, won: boolean) => ({ chance, won });

describe("the Brier score", () => {
  it("is as printed for a known example", () => {
    // sklearn's documentation: brier_score_loss([0, 1, 1, 0], [0.1, 0.9, 0.8, 0.3]) = 0.0375
    const calls = [call(0.1, false), call(0.9, true), call(0.8, true), call(0.3, false)];
    expect(brierScore(calls)).toBeCloseTo(0.0375, 12);
    expect(brierScore([])).toBeUndefined();
    expect(brierParts([])).toBeUndefined();
  });

  it("is its parts, and nothing is left within bins of equal chances", () => {
    const some = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), {
      minLength: 1,
    });
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 20 }), (list, bins) => {
        const parts = brierParts(
          list.map(([chance, won]) => call(chance, won)),
          bins,
        )!;
        const { reliability, resolution, uncertainty, within, score } = parts;
        expect(reliability - resolution + uncertainty + within).toBeCloseTo(score, 12);
        expect(Math.min(reliability, resolution, uncertainty)).toBeGreaterThanOrEqual(0);
        const equal = list.map(([chance, won]) => call(Math.round(chance * 4) / 5, won));
        expect(brierParts(equal, 5)!.within).toBeCloseTo(0, 12);
      }),
    );
  });
});
