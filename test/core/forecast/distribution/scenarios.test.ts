import { describe, expect, it } from "vitest";
import { portfolioOf } from "../../../../src/core/forecast/distribution/portfolio.ts";
import { scenariosOf } from "../../../../src/core/forecast/distribution/scenarios.ts";

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe("the states of the common factor", () => {
  it("are one without correlation", () => {
    const portfolio = portfolioOf([{ amount: 1, probability: 0.3 }]);
    const { weights, chances } = scenariosOf(portfolio, 0);
    expect(weights).toEqual([1]);
    expect([...chances[0]!]).toEqual([0.3]);
  });

  it.each([0.01, 0.2, 0.9])("keep every probability on average (correlation %d)", (correlation) => {
    const deals = [0.02, 0.3, 0.95].map((probability) => ({ amount: 1, probability }));
    const { weights, chances } = scenariosOf(portfolioOf(deals), correlation);
    expect(sum(weights)).toBeCloseTo(1, 12);
    deals.forEach(({ probability }, deal) => {
      expect(sum(weights.map((weight, state) => weight * chances[state]![deal]!))).toBeCloseTo(
        probability,
        9,
      );
    });
  });

  it("move negative deals the other way", () => {
    const deals = [
      { amount: 1, probability: 0.3 },
      { amount: -1, probability: 0.3 },
    ];
    const { chances } = scenariosOf(portfolioOf(deals), 0.2);
    for (const state of chances) expect(state[0]! + state[1]!).toBeCloseTo(1, 12);
  });
});

it("spread a measured probability as its evidence says, around the same mean", () => {
  const portfolio = portfolioOf([{ amount: 1, probability: 0.3, evidence: 50 }]);
  const { chances, variantWeights } = scenariosOf(portfolio, 0);
  const values = [...chances[0]!];
  expect(values).toHaveLength(variantWeights.length);
  const mean = sum(values.map((value, at) => value * variantWeights[at]!));
  expect(mean).toBeCloseTo(0.3, 9);
  // Beta(15, 35): standard deviation sqrt(.3 x .7 / 51)
  const variance = sum(values.map((value, at) => (value - mean) ** 2 * variantWeights[at]!));
  expect(Math.sqrt(variance)).toBeCloseTo(Math.sqrt(0.21 / 51), 2);
});
