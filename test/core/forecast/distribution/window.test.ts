import { expect, it } from "vitest";
import { forecastDistribution } from "../../../../src/core/forecast/distribution/forecastDistribution.ts";
import { portfolioOf } from "../../../../src/core/forecast/distribution/portfolio.ts";
import { scenariosOf } from "../../../../src/core/forecast/distribution/scenarios.ts";
import { windowOf } from "../../../../src/core/forecast/distribution/window.ts";
import { pipelineOf } from "./bruteForce.ts";

it("holds all but a trillionth, in less than the whole range for many deals", () => {
  const deals = Array.from({ length: 2000 }, (_, at) => ({
    amount: 100 * (1 + (at % 3)),
    probability: 0.3,
  }));
  const portfolio = portfolioOf(deals);
  const { low, high } = windowOf(portfolio, scenariosOf(portfolio, 0));
  const { atMost, atLeast } = forecastDistribution(deals);
  expect(atMost(low) + atLeast(high)).toBeLessThan(1e-11);
  expect(high - low).toBeLessThan(400_000 / 2);
});

it("is the whole range when all deals move together", () => {
  const portfolio = portfolioOf(pipelineOf(50, 1));
  const span = portfolio.amounts.reduce((a, b) => a + b, 0);
  const { low, high } = windowOf(portfolio, scenariosOf(portfolio, 0.2));
  expect(low).toBeLessThan(0);
  expect(high).toBeGreaterThan(span);
});
