import { expect, it } from "vitest";
import { cells } from "../../../../src/core/forecast/distribution/cells.ts";
import { portfolioOf } from "../../../../src/core/forecast/distribution/portfolio.ts";
import { scenariosOf } from "../../../../src/core/forecast/distribution/scenarios.ts";
import { atMost, bruteForce, pipelineOf } from "./bruteForce.ts";

it("brackets every total between cells rounded down and up", () => {
  const deals = pipelineOf(10, 4);
  const portfolio = portfolioOf(deals);
  const scenarios = scenariosOf(portfolio, 0);
  const all = bruteForce(deals);
  const step = 977;
  const [down, up] = [
    cells(portfolio, scenarios, step, "down"),
    cells(portfolio, scenarios, step, "up"),
  ];
  for (let x = 0; x < down.high; x += 20_011) {
    expect(down.atMost(x)).toBeGreaterThanOrEqual(atMost(all, x) - 1e-12);
    expect(up.atMost(x)).toBeLessThanOrEqual(atMost(all, x) + 1e-12);
  }
});

it("is exact where the step divides all amounts", () => {
  const deals = [3, 6, 9, 9, 12].map((amount) => ({ amount, probability: 0.3 }));
  const portfolio = portfolioOf(deals);
  const found = cells(portfolio, scenariosOf(portfolio, 0), 3);
  const all = bruteForce(deals);
  for (let x = 0; x <= 39; x++) expect(found.atMost(x)).toBeCloseTo(atMost(all, x), 12);
  expect(found.settle?.(8)).toBe(6);
});
