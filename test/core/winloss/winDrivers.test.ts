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
