import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocateQuota } from "../../../src/core/quota/allocateQuota.ts";

const cents = (amounts: readonly number[]) =>
  amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0);

describe("allocateQuota", () => {
  it("splits by period first, then by what each can carry in it", () => {
    // By hand: 1,000 as 250 and 750; the second person carries half in the first period.
    expect(
      allocateQuota(
        1000,
        [1, 3],
        [
          [1, 1],
          [0.5, 1],
        ],
        1,
      ),
    ).toEqual({
      targets: [250, 750],
      amounts: [
        [167, 375],
        [83, 375],
      ],
      uncarried: [],
    });
  });

  it("names periods that nobody can carry, and leaves their target unallocated", () => {
    const { amounts, uncarried } = allocateQuota(300, [1, 1, 0], [[0, 1, 0]])!;
    expect(uncarried).toEqual([0]);
    expect(amounts).toEqual([[0, 150, 0]]);
    expect(allocateQuota(300, [0, 0], [[1, 1]])).toBeUndefined();
  });

  it("agrees top-down and bottom-up to the cent", () => {
    const weight = fc.double({ min: 0.01, max: 9, noNaN: true });
    const shape = fc.integer({ min: 1, max: 12 }).chain((periods) =>
      fc.record({
        total: fc.integer({ min: 0, max: 1e11 }),
        weights: fc.array(weight, { minLength: periods, maxLength: periods }),
        people: fc.array(fc.array(weight, { minLength: periods, maxLength: periods }), {
          minLength: 1,
          maxLength: 15,
        }),
      }),
    );
    fc.assert(
      fc.property(shape, ({ total, weights, people }) => {
        const { targets, amounts } = allocateQuota(total / 100, weights, people)!;
        expect(cents(targets)).toBe(total);
        expect(amounts.reduce((sum, row) => sum + cents(row), 0)).toBe(total);
        for (const [period, target] of targets.entries())
          expect(cents(amounts.map((row) => row[period]!))).toBe(Math.round(target * 100));
      }),
    );
  });
});
