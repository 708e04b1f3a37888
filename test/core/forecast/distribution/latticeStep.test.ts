import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { latticeStep, stepsUpTo } from "../../../../src/core/forecast/distribution/latticeStep.ts";

const of = (...amounts: number[]) => latticeStep(Float64Array.from(amounts));

describe("the step of a lattice", () => {
  it("is the greatest common divisor", () => {
    expect(of(100, 200, 50)).toBe(50);
    expect(of(12, 18, 27)).toBeCloseTo(3, 12);
    expect(of(0.1, 0.25)).toBeCloseTo(0.05, 12);
    expect(of(7)).toBe(7);
  });

  it("is none for amounts without a common measure, or for nothing", () => {
    expect(of(Math.PI, Math.E, Math.SQRT2)).toBeUndefined();
    expect(of()).toBeUndefined();
  });

  it("divides every amount, in any unit", () => {
    const whole = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(whole, fc.double({ min: 0.01, max: 1000, noNaN: true }), (amounts, unit) => {
        const gcd = amounts.reduce(function divisor(a: number, b: number): number {
          return b === 0 ? a : divisor(b, a % b);
        });
        expect(of(...amounts.map((amount) => amount * unit))! / (gcd * unit)).toBeCloseTo(1, 9);
      }),
    );
  });
});

it("counts a step that is missed by rounding alone", () => {
  expect(stepsUpTo(0.1 + 0.2, 0.3)).toBe(1);
  expect(stepsUpTo(0.3 * 3, 0.3)).toBe(3);
  expect(stepsUpTo(0.9 - 1e-9, 0.3)).toBe(2);
});
