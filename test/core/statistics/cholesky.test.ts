import { expect, it } from "vitest";
import {
  choleskyInverse,
  choleskyOf,
  choleskySolve,
} from "../../../src/core/statistics/cholesky.ts";

// By hand: [4 2; 2 3] = L L' with L = [2 0; 1 sqrt 2]; its inverse is [3 -2; -2 4] / 8.
const factor = choleskyOf(Float64Array.from([4, 0, 2, 3]), 2);

it("factors, solves and inverts a small matrix", () => {
  expect(Array.from(factor)).toEqual([2, 0, 1, Math.sqrt(2)].map((one) => expect.closeTo(one, 14)));
  // 4x + 2y = 10, 2x + 3y = 9 has x = 1.5, y = 2.
  expect(Array.from(choleskySolve(factor, Float64Array.from([10, 9])))).toEqual([
    expect.closeTo(1.5, 12),
    expect.closeTo(2, 12),
  ]);
  expect(choleskyInverse(factor, 2)).toEqual([expect.closeTo(3 / 8, 12), expect.closeTo(0.5, 12)]);
});
