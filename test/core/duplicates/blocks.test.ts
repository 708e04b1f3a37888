import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildBlocks, MOST_IN_BLOCK, walkPairs } from "../../../src/core/duplicates/blocks.ts";

const start = () => ({ pass: 0, block: 0, first: 0 });
const name = (a: number, b: number) => `${Math.min(a, b)}-${Math.max(a, b)}`;

/** Pairs that share a filled key, by comparing every record with every other. */
function bruteForce(keys: readonly (readonly string[])[], size: number): string[] {
  const pairs: string[] = [];
  for (let a = 0; a < size; a++)
    for (let b = a + 1; b < size; b++)
      if (keys.some((texts) => texts[a] !== "" && texts[a] === texts[b])) pairs.push(name(a, b));
  return pairs.sort();
}

const keyed = fc
  .integer({ min: 0, max: 14 })
  .chain((size) =>
    fc.tuple(
      fc.constant(size),
      fc.array(
        fc.array(fc.constantFrom("", "a", "b", "c", "d"), { minLength: size, maxLength: size }),
        { maxLength: 3 },
      ),
    ),
  );

describe("walkPairs", () => {
  it("visits each pair that shares a key once", () => {
    fc.assert(
      fc.property(keyed, ([size, keys]) => {
        const found: string[] = [];
        const blocks = buildBlocks(
          keys.map((texts) => ({ label: "key", texts })),
          size,
        );
        expect(walkPairs(blocks, start(), (a, b) => found.push(name(a, b)))).toBe(true);
        expect(found.sort()).toEqual(bruteForce(keys, size));
      }),
    );
  });

  it("goes on where it was stopped, without losing or repeating a pair", () => {
    fc.assert(
      fc.property(keyed, fc.integer({ min: 1, max: 4 }), ([size, keys], each) => {
        const blocks = buildBlocks(
          keys.map((texts) => ({ label: "key", texts })),
          size,
        );
        const found: string[] = [];
        let cursor = start();
        for (let round = 0; round < 200; round++) {
          let steps = 0;
          const isDone = walkPairs(
            blocks,
            cursor,
            (a, b) => found.push(name(a, b)),
            () => steps++ === each,
          );
          // A cursor is plain data: it may be kept as text between two runs.
          cursor = JSON.parse(JSON.stringify(cursor));
          if (isDone) break;
        }
        expect(found.sort()).toEqual(bruteForce(keys, size));
      }),
    );
  });

  it("leaves out keys that too many records share and counts them", () => {
    const size = MOST_IN_BLOCK + 1;
    const blocks = buildBlocks([{ label: "key", texts: new Array(size).fill("info") }], size);
    let pairs = 0;
    walkPairs(blocks, start(), () => pairs++);
    expect([pairs, blocks.skippedKeys, blocks.skippedRecords]).toEqual([0, 1, size]);
  });
});
