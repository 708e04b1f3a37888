import { describe, expect, it } from "vitest";
import { forecastDistribution } from "../../../../src/core/forecast/distribution/forecastDistribution.ts";
import {
  type OpenDeal,
  portfolioOf,
} from "../../../../src/core/forecast/distribution/portfolio.ts";
import { scenariosOf } from "../../../../src/core/forecast/distribution/scenarios.ts";
import { totalOf } from "../../../../src/core/forecast/distribution/totalOf.ts";
import { pipelineOf, seeded } from "./bruteForce.ts";
import { latticeQuantile } from "./latticeOracle.ts";

const SHARES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];
const next = seeded(5);
const chance = () => [0.1, 0.25, 0.4, 0.6, 0.8][Math.floor(next() * 5)]!;
const deals = (count: number, amount: (at: number) => number): OpenDeal[] =>
  Array.from({ length: count }, (_, at) => ({ amount: amount(at), probability: chance() }));
const lognormal = (count: number, unit: number): OpenDeal[] =>
  pipelineOf(count, count).map((one) => ({
    ...one,
    amount: unit * Math.max(1, Math.round(one.amount / unit)),
  }));

/** Portfolios whose characteristic function does not stay at nothing, or whose deals are of very different size. */
const PORTFOLIOS: readonly (readonly [string, readonly OpenDeal[], number])[] = [
  ["80 lognormal", lognormal(80, 10), 10],
  ["100 lognormal", lognormal(100, 10), 10],
  ["300 lognormal", lognormal(300, 20), 20],
  ["equal", deals(2500, () => 7777.77), 7777.77],
  ["whole thousands", deals(900, () => 1000 * Math.ceil(90 * next())), 1000],
  [
    "mostly multiples of 5,000",
    deals(1500, (at) => (at > 40 ? 5000 * Math.ceil(12 * next()) : 1000 * Math.ceil(40 * next()))),
    1000,
  ],
  ["nearly equal", deals(150, () => 10_000 + Math.round(20 * next())), 1],
  ["equal and one odd", deals(400, (at) => (at > 0 ? 1000 : 1237)), 1],
  ["equal and five odd", deals(400, (at) => (at > 5 ? 1000 : Math.ceil(2000 * next()))), 1],
  [
    "thousands and twenty odd",
    deals(200, (at) => (at > 20 ? 1000 * Math.ceil(20 * next()) : Math.round(20_000 * next()))),
    1,
  ],
  ["two scales", deals(200, (at) => (at < 100 ? 20_000 : Math.ceil(50 * next()))), 1],
  ["one giant deal", deals(200, (at) => (at > 0 ? 10 * Math.ceil(900 * next()) : 4e6)), 10],
  [
    "hardly ever won",
    deals(300, () => 10 * Math.ceil(500 * next())).map((one) => ({ ...one, probability: 0.02 })),
    10,
  ],
];

describe("quantiles are those of adding up deal by deal, to a millionth of the deviation", () => {
  it.each(PORTFOLIOS)("%s", (_, portfolio, unit) => {
    const exact = latticeQuantile(portfolio, unit);
    const found = forecastDistribution(portfolio);
    for (const share of SHARES)
      expect(Math.abs(found.quantile(share) - exact(share)) / found.deviation).toBeLessThan(1e-6);
  });
});

it("finds the millions behind thousands of single ones", () => {
  const small = Array.from({ length: 200 }, () => ({ amount: 1, probability: 0.3 }));
  const large = deals(100, () => 1e9);
  const both = forecastDistribution([...small, ...large]);
  const exact = latticeQuantile(large, 1e9);
  for (const share of SHARES)
    expect(Math.abs(both.quantile(share) - exact(share))).toBeLessThan(1e-6 * both.deviation);
});

it.each([
  [12, 0, "exact"],
  [45, 0, "bracketed"],
  [120, 0, "inverted"],
  [120, 0.1, "bracketed"],
  [600, 0.1, "inverted"],
  [9000, 0.1, "expanded"],
])("%i lognormal deals, correlation %d: %s", (count, correlation, method) => {
  const portfolio = portfolioOf(pipelineOf(count, 2));
  expect(totalOf(portfolio, scenariosOf(portfolio, correlation)).method).toBe(method);
});
