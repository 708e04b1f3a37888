import fc from "fast-check";
import { expect, it } from "vitest";
import { winLossBy } from "../../../src/core/winloss/winLossBy.ts";

type Row = { won: boolean; names: string[]; reason?: string; amount?: number };
const by = (rows: readonly Row[]) => winLossBy(rows, ({ names }) => names, 0.95);

it("counts a deal in every group it names, spellings together, and against all that name one", () => {
  const [first, second, ...more] = by([
    { won: true, names: ["Bell", "Acme"], amount: 10 },
    { won: false, names: ["ACME"], reason: "No decision", amount: 5 },
    { won: false, names: ["acme"], reason: "Price" },
    { won: true, names: [] },
  ]);
  expect(first).toMatchObject({
    ...{ name: "Acme", won: 1, lost: 2, noDecision: 1, wonAmount: 10, lostAmount: 5 },
    winRate: 1 / 3,
    against: { hits: 1, misses: 2, otherHits: 0, otherMisses: 0 },
  });
  expect(second).toMatchObject({
    ...{ name: "Bell", won: 1, lost: 0, noDecision: 0 },
    against: { hits: 1, misses: 0, otherHits: 0, otherMisses: 2 },
  });
  expect(more).toEqual([]);
});

it("draws a small group further toward the whole than a large one", () => {
  const rows = (name: string, won: number, lost: number): Row[] => [
    ...Array.from({ length: won }, () => ({ won: true, names: [name] })),
    ...Array.from({ length: lost }, () => ({ won: false, names: [name] })),
  ];
  const groups = by([...rows("Large", 80, 20), ...rows("Small", 4, 1), ...rows("Other", 30, 70)]);
  const [large, other, small] = groups;
  // 114 of 205 in all; both groups have a rate of .8.
  const whole = 114 / 205;
  expect([large?.name, other?.name, small?.name]).toEqual(["Large", "Other", "Small"]);
  expect(small?.pooledRate).toBeLessThan(large?.pooledRate ?? 0);
  expect(small?.pooledRate).toBeGreaterThan(whole);
  expect(large?.pooledRate).toBeLessThan(0.8);
});

it("equals a count of every pair of group and deal", () => {
  const row = fc.record({
    won: fc.boolean(),
    names: fc.uniqueArray(fc.constantFrom<string>("a", "b", "c", "d"), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
      const named = rows.filter(({ names }) => names.length > 0);
      const groups = by(rows);
      expect(new Set(groups.map(({ name }) => name))).toEqual(
        new Set(named.flatMap(({ names }) => names)),
      );
      for (const { name, won, lost, against } of groups) {
        const inside = named.filter(({ names }) => names.includes(name));
        const outside = named.filter(({ names }) => !names.includes(name));
        const hits = (list: Row[]) => list.filter((one) => one.won).length;
        expect([won, won + lost]).toEqual([hits(inside), inside.length]);
        expect(against.otherHits).toBe(hits(outside));
        expect(against.otherHits + against.otherMisses).toBe(outside.length);
      }
    }),
  );
});
