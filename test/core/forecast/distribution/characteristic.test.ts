import { expect, it } from "vitest";
import { characteristic } from "../../../../src/core/forecast/distribution/characteristic.ts";
import { portfolioOf } from "../../../../src/core/forecast/distribution/portfolio.ts";
import { scenariosOf } from "../../../../src/core/forecast/distribution/scenarios.ts";
import { bruteForce, pipelineOf } from "./bruteForce.ts";

it("is the mean of exp(i w total) over all sets of deals", () => {
  const deals = pipelineOf(9, 2);
  const portfolio = portfolioOf(deals);
  const frequency = 3e-6;
  const next = characteristic(portfolio, scenariosOf(portfolio, 0), frequency);
  for (let j = 1; j < 40; j++) {
    const { re, im } = next();
    let [cos, sin] = [0, 0];
    for (const { total, mass } of bruteForce(deals)) {
      cos += mass * Math.cos(j * frequency * total);
      sin += mass * Math.sin(j * frequency * total);
    }
    expect(re).toBeCloseTo(cos, 11);
    expect(im).toBeCloseTo(sin, 11);
  }
});

it("of a deal that may close at a part, with new deals beside it", () => {
  const shares = [
    { share: 1, weight: 0.7 },
    { share: 0.5, weight: 0.3 },
  ];
  const portfolio = portfolioOf([{ amount: 2, probability: 0.4 }], shares, {
    amounts: [1],
    count: 0.5,
  });
  const { re, im } = characteristic(portfolio, scenariosOf(portfolio, 0), 0.9)();
  // (.6 + .4 (.7 e^{1.8i} + .3 e^{.9i})) x exp(.5 (e^{.9i} - 1)), multiplied out
  const a = 0.6 + 0.4 * (0.7 * Math.cos(1.8) + 0.3 * Math.cos(0.9));
  const b = 0.4 * (0.7 * Math.sin(1.8) + 0.3 * Math.sin(0.9));
  const size = Math.exp(0.5 * (Math.cos(0.9) - 1));
  const [c, s] = [size * Math.cos(0.5 * Math.sin(0.9)), size * Math.sin(0.5 * Math.sin(0.9))];
  expect(re).toBeCloseTo(a * c - b * s, 12);
  expect(im).toBeCloseTo(a * s + b * c, 12);
});
