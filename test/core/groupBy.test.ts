import fc from "fast-check";
import { expect, it } from "vitest";
import { groupBy } from "../../src/core/groupBy.ts";

it("keeps the order of first appearance", () => {
  expect([...groupBy(["b1", "a1", "b2"], (text) => text.charAt(0))]).toEqual([
    ["b", ["b1", "b2"]],
    ["a", ["a1"]],
  ]);
});

it("has every row once, in the group of its key alone, in its order", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 20 })), (rows) => {
      const keyOf = (row: number) => row % 3;
      const groups = groupBy(rows, keyOf);
      for (const [key, group] of groups)
        expect(group).toEqual(rows.filter((row) => keyOf(row) === key));
      expect([...groups.values()].flat()).toHaveLength(rows.length);
    }),
  );
});
