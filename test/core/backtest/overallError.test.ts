import { expect, it } from "vitest";
import type { MethodAccuracy } from "../../../src/core/backtest/methodAccuracy.ts";
import { overallError } from "../../../src/core/backtest/overallError.ts";

const at = (...shares: readonly (number | undefined)[]) =>
  new Map(shares.map((againstNaive, day) => [day, { againstNaive } as MethodAccuracy]));

it("is the geometric mean of the shares at all horizons, by hand", () => {
  // The root of 0.5 x 2, and the cube root of 0.1 x 0.2 x 0.4 = 0.008
  expect(overallError(at(0.5, 2))).toBeCloseTo(1, 12);
  expect(overallError(at(0.1, 0.2, 0.4))).toBeCloseTo(0.2, 12);
});

it("is not known where a horizon tells nothing, and never nothing at all", () => {
  expect(overallError(at(0.5, undefined))).toBeUndefined();
  expect(overallError(new Map())).toBeUndefined();
  expect(overallError(at(0, 0))).toBeCloseTo(0.001, 12);
});
