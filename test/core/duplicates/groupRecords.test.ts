import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupRecords } from "../../../src/core/duplicates/groupRecords.ts";

const link = (a: number, b: number, probability: number) => ({ a, b, probability });

describe("groupRecords", () => {
  it("joins what sure links tie together, and nothing on weaker ones", () => {
    const links = [link(0, 1, 0.95), link(1, 2, 0.99), link(3, 4, 0.89)];
    expect(groupRecords(5, links, [], () => 0.95)).toEqual([[0, 1, 2]]);
    expect(groupRecords(5, links, [], () => 0.95, 0.8)).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
  });

  it("names groups and their records in the order of the records, the surest link first or not", () => {
    const links = [link(3, 4, 0.99), link(1, 2, 0.98), link(0, 2, 0.97)];
    expect(groupRecords(5, links, [], () => 0.97)).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
  });

  it("leaves what needs a person to a person", () => {
    const links = [{ ...link(0, 1, 0.99), needsPerson: true }];
    expect(groupRecords(2, links, [], () => 0.99)).toEqual([]);
    expect(groupRecords(2, links, [{ a: 0, b: 1, isSame: true }], () => 0.99)).toEqual([[0, 1]]);
  });

  it("does not chain records that contradict each other", () => {
    const links = [link(0, 1, 0.99), link(1, 2, 0.95)];
    const probability = (a: number, b: number) => (Math.abs(a - b) === 2 ? 0.001 : 0.95);
    // 0-2 with 1-2: (0.001 + 0.95) / 2 is below one half.
    expect(groupRecords(3, links, [], probability)).toEqual([[0, 1]]);
  });

  it("keeps to what people decided", () => {
    const links = [link(0, 1, 0.999), link(1, 2, 0.99)];
    const apart = [{ a: 2, b: 0, isSame: false }];
    expect(groupRecords(4, links, apart, () => 0.99)).toEqual([[0, 1]]);
    expect(groupRecords(4, [], [{ a: 1, b: 3, isSame: true }], () => 0)).toEqual([[1, 3]]);
  });

  it("never puts a pair decided as apart into one group, and no record into two", () => {
    const record = fc.integer({ min: 0, max: 9 });
    const pair = fc.tuple(record, record).filter(([a, b]) => a !== b);
    fc.assert(
      fc.property(fc.array(pair), fc.array(pair), (joined, parted) => {
        const groups = groupRecords(
          10,
          joined.map(([a, b]) => link(a, b, 0.95)),
          parted.map(([a, b]) => ({ a, b, isSame: false })),
          () => 0.95,
        );
        const all = groups.flat();
        expect(new Set(all).size).toBe(all.length);
        for (const [a, b] of parted)
          expect(groups.some((group) => group.includes(a) && group.includes(b))).toBe(false);
      }),
    );
  });
});
