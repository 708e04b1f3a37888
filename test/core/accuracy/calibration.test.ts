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
});
