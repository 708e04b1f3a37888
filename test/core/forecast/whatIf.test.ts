import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forecastDistribution } from "../../../src/core/forecast/distribution/forecastDistribution.ts";
import { leveredDeals, NO_LEVERS } from "../../../src/core/forecast/levers.ts";
import {
  LEVER_ORDER,
  type Outcome,
  outcomesOf,
  whatIf,
} from "../../../src/core/forecast/whatIf.ts";

const open = [
  { amount: 100, probability: 0.5 },
  { amount: 200, probability: 0.25 },
  { amount: 50, probability: 0.8 },
];

describe("a scenario", () => {
  it("is its base without levers", () => {
    const found = whatIf({ open, correlation: 0, target: 150 }, NO_LEVERS);
    expect(found.changes).toEqual([]);
    expect(found.scenario).toEqual(found.base);
    // The hand-worked distribution of three deals
    expect(found.base).toEqual({
      mean: 140,
      p10: 50,
      p50: 150,
      p90: 300,
      chance: expect.closeTo(0.55, 12),
    });
  });

  it("tells what each lever adds to those before it", () => {
    const { changes, scenario } = whatIf(
      { open, correlation: 0 },
      { ...NO_LEVERS, slippage: 0.2, dealSize: 0.5 },
    );
    // 140 x 1.5 = 210, then x .8 = 168; slippage comes last whatever the order given.
    expect(changes.map(({ lever, setting }) => [lever, setting])).toEqual([
      ["dealSize", 0.5],
      ["slippage", 0.2],
    ]);
    expect(changes.map(({ change }) => change.mean)).toEqual(
      [70, -42].map((x) => expect.closeTo(x, 9)),
    );
    expect(scenario.mean).toBeCloseTo(168, 9);
    expect(scenario.chance).toBeUndefined();
  });

  it("adds up in every column, and is what pulling all levers at once gives", () => {
    const share = fc.double({ min: -0.5, max: 1, noNaN: true });
    const set = fc.record({
      growth: share,
      hiring: share,
      winRate: share,
      dealSize: share,
      acceleration: share,
      slippage: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    const columns: readonly (keyof Outcome)[] = ["mean", "p10", "p50", "p90", "chance"];
    fc.assert(
      fc.property(set, (levers) => {
        const inputs = { open, correlation: 0.05, target: 150 };
        const { base, changes, scenario } = whatIf(inputs, levers);
        const afresh = outcomesOf(inputs)(levers);
        for (const column of columns) expect(scenario[column]).toBeCloseTo(afresh[column]!, 8);
        for (const column of columns) {
          const sum = changes.reduce((total, { change }) => total + change[column]!, base[column]!);
          expect(sum).toBeCloseTo(scenario[column]!, 8);
        }
      }),
      { numRuns: 30 },
    );
  });
});

it("tells of deals of another size, and of more of them, what their own distribution says", () => {
  const settings = [-1, -0.5, 0, 0.1, 0.37];
  const outcomeWith = outcomesOf({ open, correlation: 0.05, target: 150 });
  for (const dealSize of settings)
    for (const winRate of [-0.2, 0.3])
      for (const more of [{ growth: 0.3 }, { hiring: 0.3 }]) {
        const levers = { ...NO_LEVERS, ...more, dealSize, winRate };
        const { mean, quantile, atLeast } = forecastDistribution(leveredDeals(open, levers), {
          correlation: 0.05,
        });
        const found = outcomeWith(levers);
        const said = [mean, quantile(0.1), quantile(0.5), quantile(0.9), atLeast(150)];
        [found.mean, found.p10, found.p50, found.p90, found.chance].forEach((value, at) => {
          expect(value).toBeCloseTo(said[at]!, 9);
        });
      }
});

it("pulls every lever there is", () => {
  expect([...LEVER_ORDER].sort()).toEqual(Object.keys(NO_LEVERS).sort());
});
