import { expect, it } from "vitest";
import { forecastDistribution } from "../../../../src/core/forecast/distribution/forecastDistribution.ts";
import { influenceByInversion } from "../../../../src/core/forecast/distribution/influenceByInversion.ts";
import { portfolioOf } from "../../../../src/core/forecast/distribution/portfolio.ts";
import { scenariosOf } from "../../../../src/core/forecast/distribution/scenarios.ts";
import { pipelineOf } from "./bruteForce.ts";

it.each([
  [30, true, 10],
  [120, false, 9],
])("is what leaving each of %i deals out gives", (count, whole, digits) => {
  const deals = pipelineOf(count, 13)
    .map((one) => (whole ? { ...one, amount: Math.ceil(one.amount / 5000) * 5000 } : one))
    .sort((a, b) => a.probability - b.probability);
  const target = whole ? 300_000 : 2_000_000;
  const portfolio = portfolioOf(deals);
  const found = influenceByInversion(portfolio, scenariosOf(portfolio, 0), target);
  for (let at = 0; at < count; at += 7) {
    const others = forecastDistribution(deals.filter((_, other) => other !== at));
    expect(found[at]!.ifLost).toBeCloseTo(others.atLeast(target), digits);
    expect(found[at]!.ifWon).toBeCloseTo(others.atLeast(target - deals[at]!.amount), digits);
  }
});
