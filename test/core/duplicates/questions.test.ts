import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placePairs } from "../../../src/core/duplicates/questions.ts";

const standings = (...given: Parameters<typeof placePairs>) =>
  placePairs(...given).map(({ standing }) => standing);

/** Which records hang together, found by walking from each to all it is paired with. */
function connected(size: number, pairs: readonly { a: number; b: number }[]) {
  return Array.from({ length: size }, (_, start) => {
    const reached = new Set([start]);
    for (const at of reached)
      for (const { a, b } of pairs) {
        if (a === at) reached.add(b);
        if (b === at) reached.add(a);
      }
    return Math.min(...reached);
  });
}

const SIZE = 9;
const anyPair = fc
  .tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1))
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ a, b }));

describe("placePairs", () => {
  it("asks about the likeliest pairs, and not what follows from them", () => {
    const pairs = [
      { a: 0, b: 1 },
      { a: 1, b: 2 },
      { a: 0, b: 2 },
      { a: 3, b: 4 },
    ];
    const places = placePairs([], pairs, []);
    expect(places.map(({ standing }) => standing)).toEqual(["ask", "ask", "settled", "ask"]);
    const questions = places.flatMap((place) => (place.standing === "ask" ? [place.question] : []));
    expect(questions).toEqual([0, 0, 3]);
  });

  it("asks once about two groups, and not about records of one", () => {
    const groups = [
      [0, 1, 2],
      [3, 4],
    ];
    const pairs = [
      { a: 0, b: 2 },
      { a: 1, b: 3 },
      { a: 2, b: 4 },
    ];
    expect(standings(groups, pairs, [])).toEqual(["same", "ask", "settled"]);
  });

  it("asks no more about groups of which somebody told two records apart", () => {
    const groups = [[0, 1]];
    const pairs = [
      { a: 0, b: 2 },
      { a: 1, b: 2 },
    ];
    const apart = [{ a: 1, b: 2, isSame: false }];
    expect(standings(groups, pairs, apart)).toEqual(["settled", "settled"]);
    expect(standings(groups, pairs, [{ a: 1, b: 2, isSame: true }])).toEqual(["ask", "settled"]);
  });

  it("asks exactly as often as it takes to join all that hang together", () => {
    fc.assert(
      fc.property(fc.array(anyPair, { maxLength: 25 }), (pairs) => {
        const places = placePairs([], pairs, []);
        const asked = pairs.filter((_, at) => places[at]?.standing === "ask");
        const all = connected(SIZE, pairs);
        expect(connected(SIZE, asked)).toEqual(all);
        expect(asked.length).toBe(SIZE - new Set(all).size);
        // Pairs of one question hang together, those of two do not.
        for (const [at, place] of places.entries())
          if (place.standing === "ask") expect(place.question).toBe(all[pairs[at]?.a ?? -1]);
      }),
    );
  });
});
