import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { majorityOrder } from "../../../src/core/statistics/majorityOrder.ts";

/** Every order there is, in lexicographic order. */
function permutations(things: readonly number[]): number[][] {
  if (things.length === 0) return [[]];
  return things.flatMap((first) =>
    permutations(things.filter((one) => one !== first)).map((rest) => [first, ...rest]),
  );
}

/** Observations that an order contradicts. */
const contradictions = (before: readonly (readonly number[])[], order: readonly number[]) =>
  order.reduce(
    (sum, one, place) =>
      sum + order.slice(place + 1).reduce((part, later) => part + (before[later]?.[one] ?? 0), 0),
    0,
  );

const counts = (size: number) =>
  fc.array(fc.array(fc.nat(5), { minLength: size, maxLength: size }), {
    minLength: size,
    maxLength: size,
  });

describe("majorityOrder", () => {
  it("is the first of the best among all orders", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }).chain((size) => counts(size)),
        (before) => {
          const all = permutations(before.map((_, one) => one));
          const least = Math.min(...all.map((order) => contradictions(before, order)));
          const first = all.find((order) => contradictions(before, order) === least);
          expect(majorityOrder(before)).toEqual(first);
        },
      ),
    );
  });

  it("keeps the order given where nothing was observed", () => {
    for (const size of [0, 1, 5, 12, 20]) {
      const given = Array.from({ length: size }, (_, one) => one);
      expect(majorityOrder(given.map(() => given.map(() => 0)))).toEqual(given);
    }
  });

  it("finds the way of many things whose observations agree", () => {
    // 30 things in a secret order; each was seen before the next three of it.
    const size = 30;
    const secret = Array.from({ length: size }, (_, place) => (place * 11) % size);
    const before = secret.map(() => secret.map(() => 0));
    secret.forEach((one, place) => {
      for (const later of secret.slice(place + 1, place + 4)) (before[one] ?? [])[later] = 2;
    });
    expect(contradictions(before, majorityOrder(before))).toBe(0);
  });

  it("follows the majority against single exceptions", () => {
    // Ten deals went 1, 0, 2; one went straight from 2 back to 1.
    const before = [
      [0, 0, 10],
      [10, 0, 10],
      [0, 1, 0],
    ];
    expect(majorityOrder(before)).toEqual([1, 0, 2]);
  });
});
