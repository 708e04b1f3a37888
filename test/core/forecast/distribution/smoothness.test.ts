import { expect, it } from "vitest";
import { portfolioOf } from "../../../../src/core/forecast/distribution/portfolio.ts";
import { scenariosOf } from "../../../../src/core/forecast/distribution/scenarios.ts";
import { bySmoothnessOf } from "../../../../src/core/forecast/distribution/smoothness.ts";

it("sets the states apart in which hardly a deal is won or lost", () => {
  const portfolio = portfolioOf(
    Array.from({ length: 120 }, () => ({ amount: 1, probability: 0.4 })),
  );
  const scenarios = scenariosOf(portfolio, 0.3);
  const { smooth, rough, weight } = bySmoothnessOf(portfolio, scenarios);
  expect(smooth.weights.length + rough.weights.length).toBe(scenarios.weights.length);
  expect(smooth.weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  expect(weight + rough.weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  const distance = (chances: readonly Float64Array[]) =>
    chances.map(([p = 0]) => Math.abs(p - 0.5));
  expect(Math.max(...distance(smooth.chances))).toBeLessThan(Math.min(...distance(rough.chances)));
});
