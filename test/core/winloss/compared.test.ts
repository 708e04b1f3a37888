import { expect, it } from "vitest";
import { compared } from "../../../src/core/winloss/compared.ts";
import { winLossBy } from "../../../src/core/winloss/winLossBy.ts";

const deals = (name: string, won: number, lost: number) => [
  ...Array.from({ length: won }, () => ({ won: true, name })),
  ...Array.from({ length: lost }, () => ({ won: false, name })),
];
const verdicts = (rows: { won: boolean; name: string }[]) =>
  compared(
    winLossBy(rows, ({ name }) => [name], 0.95),
    0.95,
  );

it("finds what differs, and says when there are too few deals", () => {
  const rows = verdicts([
    ...deals("Strong", 60, 20),
    ...deals("Weak", 20, 60),
    ...deals("Middle", 41, 40),
    ...deals("Few", 0, 19),
  ]);
  expect(Object.fromEntries(rows.map(({ name, verdict }) => [name, verdict]))).toEqual({
    ...{ Strong: "wins more", Weak: "wins less", Middle: "no clear difference" },
    Few: "not enough data",
  });
  const few = rows.find(({ name }) => name === "Few");
  expect([few?.p, few?.falseRate]).toEqual([undefined, undefined]);
});

it("asks for 20 deals on the other side too", () => {
  const rows = verdicts([...deals("Most", 50, 50), ...deals("Rest", 0, 19)]);
  expect(rows.map(({ verdict }) => verdict)).toEqual(["not enough data", "not enough data"]);
  const enough = verdicts([...deals("Most", 50, 50), ...deals("Rest", 0, 20)]);
  expect(enough.map(({ verdict }) => verdict)).toEqual(["wins more", "wins less"]);
});

it("finds nothing for certain in ten groups that are alike but for chance", () => {
  // 15 to 25 of 40: alone the outermost has p = .089 (R 4.2: prop.test(c(15, 186), c(40, 360), correct = FALSE)), among ten nothing is left of it.
  const wins = [15, 18, 19, 20, 20, 20, 21, 21, 22, 25];
  const rows = verdicts(wins.flatMap((won, at) => deals(`G${at}`, won, 40 - won)));
  expect(rows.every(({ verdict }) => verdict === "no clear difference")).toBe(true);
  expect(Math.min(...rows.map(({ p }) => p ?? 1))).toBeLessThan(0.1);
});
