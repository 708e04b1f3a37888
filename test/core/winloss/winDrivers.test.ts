import { expect, it } from "vitest";
import { FACTORS } from "../../../src/core/winloss/factors.ts";
import { winDrivers } from "../../../src/core/winloss/winDrivers.ts";

const factors = FACTORS.filter(({ word }) => word === "segment" || word === "competitor");
const deals = (segment: string, competitor: string, won: number, lost: number) =>
  Array.from({ length: won + lost }, (_, at) => ({
    won: at < won,
    deal: { opportunityId: "", segment, competitor },
  }));

it("puts the surest difference first and holds all comparisons to one rate", () => {
  // Segment decides, the competitor does not: half of every segment's wins and losses is contested.
  const rows = winDrivers(
    [
      ...deals("SMB", "", 40, 10),
      ...deals("SMB", "Bell", 40, 10),
      ...deals("Mid", "", 20, 30),
      ...deals("Mid", "Bell", 19, 31),
    ],
    factors,
    0.95,
  );
  expect(rows.map(({ factor, name, verdict }) => [factor.word, name, verdict])).toEqual([
    ["segment", "SMB", "wins more"],
    ["segment", "Mid", "wins less"],
    ["competitor", "No competitor named", "no clear difference"],
    ["competitor", "Bell", "no clear difference"],
  ]);
  // Both sides of a pair are one comparison seen twice: 4 x p / 2 of the four p-values p, p, q, q.
  const [first] = rows;
  expect(first?.falseRate).toBeCloseTo(2 * (first?.p ?? 0), 12);
});

/** mulberry32: the same draws on every machine. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

// Benjamini and Hochberg 1995: where nothing differs, at most 10 of 100 data sets show anything; 300 draws have an
// error of 1.7, so 15 is three of them beyond.
it.each([
  { shape: "few deals", count: 60, rate: 0.3, groups: [2] },
  { shape: "unbalanced", count: 400, rate: 0.25, groups: [2, 3], first: 0.9 },
  { shape: "many groups", count: 600, rate: 0.3, groups: [25, 3, 2] },
  { shape: "rarely won", count: 300, rate: 0.08, groups: [6, 2], first: 0.6 },
])("finds something in at most a tenth of data sets without effect: $shape", (shape) => {
  const { count, rate, groups, first } = shape;
  const next = draws(count);
  const fields = ["segment", "leadSource", "owner"] as const;
  const nameOf = (many: number) =>
    first !== undefined && next() < first ? "0" : `${Math.floor(next() * many)}`;
  const used = FACTORS.filter(({ field }) => fields.some((one) => one === field));
  let found = 0;
  for (let draw = 0; draw < 300; draw++) {
    const set = Array.from({ length: count }, () => ({
      won: next() < rate,
      deal: {
        opportunityId: "",
        ...Object.fromEntries(groups.map((many, at) => [fields[at], nameOf(many)])),
      },
    }));
    const isFound = winDrivers(set, used, 0.95).some(
      ({ verdict }) => verdict === "wins more" || verdict === "wins less",
    );
    if (isFound) found++;
  }
  expect(found / 300).toBeLessThan(0.15);
  expect(found).toBeGreaterThan(0);
});
