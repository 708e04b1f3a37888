import { describe, expect, it } from "vitest";
import { calibrated } from "../../../src/core/probability/calibrated.ts";

describe("recalibration", () => {
  it("leaves a chance alone without one", () => {
    expect(calibrated(0.3, { kind: "none" })).toBe(0.3);
  });

  it("moves the log-odds straight", () => {
    // log-odds of 0.8 are ln 4; half of them are ln 2, whose chance is 2/3.
    expect(calibrated(0.8, { kind: "platt", intercept: 0, slope: 0.5 })).toBeCloseTo(2 / 3, 12);
  });

  it("goes straight between the steps of an isotonic one and stays level beyond them", () => {
    const steps = { kind: "isotonic", from: [0.2, 0.4], to: [0.1, 0.5] } as const;
    const expected = [0.1, 0.1, 0.3, 0.5, 0.5];
    [0.1, 0.2, 0.3, 0.4, 0.9].forEach((chance, at) => {
      expect(calibrated(chance, steps)).toBeCloseTo(expected[at] ?? Number.NaN, 12);
    });
  });
});
