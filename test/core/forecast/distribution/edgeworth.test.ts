import { describe, expect, it } from "vitest";
import { cumulantCdf, edgeworth } from "../../../../src/core/forecast/distribution/edgeworth.ts";
import { portfolioOf } from "../../../../src/core/forecast/distribution/portfolio.ts";
import { scenariosOf } from "../../../../src/core/forecast/distribution/scenarios.ts";
import { normalCdf } from "../../../../src/core/statistics/normal.ts";

describe("a distribution from its cumulants", () => {
  it("is the normal one without skewness", () => {
    for (const x of [-2, 0, 1.3])
      expect(cumulantCdf([0, 1, 0, 0], x)).toBeCloseTo(normalCdf(x), 15);
    expect([cumulantCdf([5, 0, 0, 0], 4.9), cumulantCdf([5, 0, 0, 0], 5)]).toEqual([0, 1]);
  });

  it("is near an exponential one, whose skewness is 2", () => {
    for (const x of [0.2, 1, 3])
      expect(cumulantCdf([1, 1, 2, 6], x)).toBeCloseTo(1 - Math.exp(-x), 1);
  });
});

it("is the binomial one for many equal deals", () => {
  const portfolio = portfolioOf(
    Array.from({ length: 5000 }, () => ({ amount: 10, probability: 0.37 })),
  );
  const found = edgeworth(portfolio, scenariosOf(portfolio, 0), 10);
  // scipy 1.17: binom.sf(1899, 5000, .37)
  expect(1 - found.atMost(18_990)).toBeCloseTo(0.07372832323290522, 6);
  expect(found.settle?.(18_999)).toBeCloseTo(18_990, 9);
});
