import fc from "fast-check";
import { expect, it } from "vitest";
import { elapsedDays } from "../../../src/core/quota/elapsed.ts";

it("counts the as-of day as passed", () => {
  expect(elapsedDays(10, 19, 10)).toEqual({ passed: 1, left: 9, total: 10 });
  expect(elapsedDays(10, 19, 19)).toEqual({ passed: 10, left: 0, total: 10 });
});

it("parts every period without a rest", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: -500, max: 500 }),
      (length, asOf) => {
        const { passed, left, total } = elapsedDays(0, length, asOf);
        expect(passed + left).toBe(total);
        expect(Math.min(passed, left)).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});
