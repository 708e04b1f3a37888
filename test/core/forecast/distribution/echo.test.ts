import { expect, it } from "vitest";
import { characteristic } from "../../../../src/core/forecast/distribution/characteristic.ts";
import { echoOf } from "../../../../src/core/forecast/distribution/echo.ts";
import { portfolioOf } from "../../../../src/core/forecast/distribution/portfolio.ts";
import { scenariosOf } from "../../../../src/core/forecast/distribution/scenarios.ts";
import { pipelineOf } from "./bruteForce.ts";

it("is never below the characteristic function where it says that there is nothing", () => {
  for (const count of [20, 90]) {
    const portfolio = portfolioOf(pipelineOf(count, 4));
    const scenarios = scenariosOf(portfolio, 0);
    const size = echoOf(portfolio, scenarios.chances[0]!)(1e-6, 30, 7);
    for (let j = 30; j < 3000; j += 7) {
      const { re, im } = characteristic(portfolio, scenarios, 1e-6, j)();
      const bound = size(1e-9);
      if (bound > 1e-9) expect(bound / Math.hypot(re, im)).toBeCloseTo(1, 6);
      else expect(Math.hypot(re, im)).toBeLessThanOrEqual(1e-9);
    }
  }
});

it("comes back where all amounts are in step", () => {
  const portfolio = portfolioOf(
    Array.from({ length: 100 }, (_, at) => ({ amount: 1000 + (at % 3) * 1000, probability: 0.4 })),
  );
  const size = echoOf(portfolio, Float64Array.of(0.4))((2 * Math.PI) / 50_000, 40, 1);
  const sizes = Array.from({ length: 20 }, () => size(1e-9));
  // 2 pi / 1000 is the 50th frequency.
  expect(sizes[10]).toBeCloseTo(1, 9);
  expect(sizes[0]).toBeLessThan(1e-6);
});
