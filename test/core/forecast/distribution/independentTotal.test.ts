import { describe, expect, it } from "vitest";
import {
  decay,
  independentTotal,
} from "../../../../src/core/forecast/distribution/independentTotal.ts";
import {
  type OpenDeal,
  portfolioOf,
} from "../../../../src/core/forecast/distribution/portfolio.ts";
import { scenariosOf } from "../../../../src/core/forecast/distribution/scenarios.ts";
import { pipelineOf } from "./bruteForce.ts";

const budget = { effort: 4e7, weight: 1 };
const of = (deals: readonly OpenDeal[], newBusiness?: { count: number; amounts: number[] }) => {
  const portfolio = portfolioOf(deals, undefined, newBusiness);
  return independentTotal(portfolio, scenariosOf(portfolio, 0), undefined, budget);
};

it("falls by the product of the likelier outcomes", () => {
  const portfolio = portfolioOf([
    { amount: 1, probability: 0.2 },
    { amount: 1, probability: 0.5 },
  ]);
  expect(decay(portfolio, Float64Array.of(0.2, 0.5))).toBeCloseTo(-Math.log(0.8 * 0.5), 12);
});

describe("independent deals", () => {
  it("that are few lie between bounds", () => {
    const { method, total, bounds } = of(pipelineOf(45, 6));
    expect(method).toBe("bracketed");
    const [down, up] = bounds!();
    for (const x of [4e5, 8e5, 1.2e6]) {
      expect(down.atMost(x)).toBeGreaterThanOrEqual(total.atMost(x) - 1e-12);
      expect(up.atMost(x)).toBeLessThanOrEqual(total.atMost(x) + 1e-12);
    }
  });

  it("that are few beside new business are blurred by little", () => {
    // Two coins of 100 and 60, and Poisson(1) deals of 1,000: P(<= 100) = e^-1 x P(coins <= 100).
    const coins = [
      { amount: 100, probability: 0.5 },
      { amount: 60, probability: 0.5 },
    ];
    const { method, total } = of(coins, { count: 1, amounts: [1000] });
    expect(method).toBe("blurred");
    const e = Math.exp(-1);
    for (const [x, expected] of [
      [0, e / 4],
      [60, e / 2],
      [100, (3 * e) / 4],
      [500, e],
      [1000, e * 1.25],
      [1500, 2 * e],
    ] as const)
      expect(total.atMost(x)).toBeCloseTo(expected, 3);
  });
});
