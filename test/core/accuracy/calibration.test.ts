import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibrationBins, calibrationError } from "../../../src/core/accuracy/calibration.ts";

const call = (chance: number, won: boolean) => ({ chance, won });

describe("calibration", () => {
  it("sorts calls by hand", () => {
    const calls = [call(0.1, false), call(0.15, true), call(0.7, true), call(1, true)];
    const bins = calibrationBins(calls, 10);
    expect(bins.map(({ from, calls: count, won }) => [from, count, won])).toEqual([
      [0.1, 2, 0.5],
      [0.7, 1, 1],
      [0.9, 1, 1],
    ]);
    expect(bins[0]!.given).toBeCloseTo(0.125, 12);
    // (2 x 0.375 + 0.3 + 0) / 4
    expect(calibrationError(bins)).toBeCloseTo(0.2625, 12);
    expect(calibrationError([])).toBeUndefined();
  });

  it("cuts by rank with the same chances together, by hand", () => {
    // Ranks 1 to 6 into two bins: 0.1, 0.2 and the three of 0.4, whose middle is rank 4, above them.
    const calls = [0.4, 0.1, 0.9, 0.4, 0.2, 0.4].map((chance, at) => call(chance, at % 2 === 0));
    const bins = calibrationBins(calls, 2, 0.8, "count");
    expect(bins.map(({ from, to, calls: count }) => [from, to, count])).toEqual([
      [0.1, 0.2, 2],
      [0.4, 0.9, 4],
    ]);
    // The first, third and fifth are won.
    expect(bins.map(({ won }) => won)).toEqual([0.5, 0.5]);
    // (2 x |0.5 - 0.15| + 4 x |0.5 - 0.525|) / 6
    expect(calibrationError(bins)).toBeCloseTo(0.8 / 6, 12);
  });

  it("cuts any calls by rank whatever their order, into bins as large as ties allow", () => {
    const anyCall = fc.record({
      chance: fc.double({ min: 0, max: 1, noNaN: true }),
      won: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyCall, { minLength: 1, maxLength: 60 }), (calls) => {
        const bins = calibrationBins(calls, 10, 0.8, "count");
        const turned = calibrationBins([...calls].reverse(), 10, 0.8, "count");
        const shape = (list: typeof bins) =>
          list.map(({ from, to, calls: n, won }) => [from, to, n, won]);
        expect(shape(turned)).toEqual(shape(bins));
        expect(bins.reduce((sum, bin) => sum + bin.calls, 0)).toBe(calls.length);
        bins.slice(1).forEach((bin, at) => {
          expect(bin.from).toBeGreaterThan(bins[at]!.to);
        });
        if (new Set(calls.map(({ chance }) => chance)).size < calls.length) return;
        for (const bin of bins) expect(bin.calls).toBeLessThanOrEqual(Math.ceil(calls.length / 10));
      }),
    );
  });
});
