import { expect, it } from "vitest";
import { atoms } from "../../../../src/core/forecast/distribution/atoms.ts";
import { portfolioOf } from "../../../../src/core/forecast/distribution/portfolio.ts";
import { scenariosOf } from "../../../../src/core/forecast/distribution/scenarios.ts";
import { atMost, bruteForce, pipelineOf } from "./bruteForce.ts";

it.each([1, 2, 7, 12])("are all totals of %i deals", (count) => {
  const deals = pipelineOf(count, count);
  const all = bruteForce(deals);
  const portfolio = portfolioOf(deals);
  const found = atoms(portfolio, scenariosOf(portfolio, 0));
  for (const { total } of all) {
    expect(found.atMost(total + 1e-6)).toBeCloseTo(atMost(all, total), 12);
    expect(found.settle?.(total + 1e-6)).toBeCloseTo(total, 6);
  }
});
