import { expect, it } from "vitest";
import { sensitivity, twoWay } from "../../../src/core/forecast/sensitivity.ts";

const inputs = {
  open: [
    { amount: 100, probability: 0.5 },
    { amount: 200, probability: 0.25 },
  ],
  correlation: 0,
  target: 200,
};

it("puts the lever that moves the mean furthest first", () => {
  const rows = sensitivity(inputs, 0.1);
  const swings = rows.map(({ swing }) => swing);
  expect(swings).toEqual([...swings].sort((a, b) => b - a));
  const of = (lever: string) => rows.find((row) => row.lever === lever)!;
  // The mean is 100: growth and deal size are proportional, slippage only takes away.
  expect(of("dealSize").swing).toBeCloseTo(20, 9);
  expect(of("growth").swing).toBeCloseTo(20, 9);
  expect([of("slippage").low.mean, of("slippage").high.mean]).toEqual([
    expect.closeTo(100, 9),
    expect.closeTo(90, 9),
  ]);
  // Odds 1:1 x 1.1 and 1:3 x 1.1
  expect(of("winRate").high.mean).toBeCloseTo(100 * (1.1 / 2.1) + 200 * (1.1 / 4.1), 9);
});

it("tells the outcome of every pair of settings", () => {
  const table = twoWay(
    inputs,
    { lever: "dealSize", settings: [0, 0.5] },
    { lever: "slippage", settings: [0, 0.2, 1] },
  );
  expect(table.map((row) => row.map(({ mean }) => Math.round(mean)))).toEqual([
    [100, 80, 0],
    [150, 120, 0],
  ]);
  // 200 or more: the second deal alone, 25 %; with both half as large again also the second deal alone.
  expect(table[0]![0]!.chance).toBeCloseTo(0.25, 12);
});
