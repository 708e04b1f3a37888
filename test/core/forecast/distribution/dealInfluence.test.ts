import { describe, expect, it } from "vitest";
import {
  dealInfluence,
  updatedWeights,
} from "../../../../src/core/forecast/distribution/dealInfluence.ts";
import { forecastDistribution } from "../../../../src/core/forecast/distribution/forecastDistribution.ts";
import { atMost, bruteForce, pipelineOf } from "./bruteForce.ts";

describe("what the chance of a target hangs on", () => {
  it("is the chance without the deal, at the target and at the target less its amount", () => {
    const deals = [
      ...pipelineOf(9, 3),
      { amount: -5000, probability: 0.4 },
      { amount: 7, probability: 1 },
    ];
    const target = 60_000;
    const found = dealInfluence(deals, target);
    deals.forEach((deal, at) => {
      const others = bruteForce(deals.filter((_, other) => other !== at));
      if (deal.probability === 1) expect(found[at]).toBeUndefined();
      else {
        expect(found[at]!.ifWon).toBeCloseTo(1 - atMost(others, target - deal.amount - 1e-6), 10);
        expect(found[at]!.ifLost).toBeCloseTo(1 - atMost(others, target - 1e-6), 10);
      }
    });
  });

  // A deal won is a portfolio of its own in which it is certain.
  it.each([
    [45, 3e-3],
    [150, 1e-6],
    [900, 1e-6],
  ])("agrees with the distribution in which the deal is certain: %i deals", (count, close) => {
    const deals = pipelineOf(count, count + 2);
    const target = forecastDistribution(deals).quantile(0.7);
    const found = dealInfluence(deals, target);
    for (const at of [0, 7, 33]) {
      const won = deals.map((one, other) => (other === at ? { ...one, probability: 1 } : one));
      const lost = deals.filter((_, other) => other !== at);
      expect(Math.abs(found[at]!.ifWon - forecastDistribution(won).atLeast(target))).toBeLessThan(
        close,
      );
      expect(Math.abs(found[at]!.ifLost - forecastDistribution(lost).atLeast(target))).toBeLessThan(
        close,
      );
    }
  });

  it.each([
    [12, 0],
    [12, 0.2],
    [45, 0],
    [45, 0.2],
    [150, 0],
    [150, 0.1],
    [800, 0],
    [800, 0.2],
  ])("averages to the chance itself: %i deals, correlation %d", (count, correlation) => {
    const deals = pipelineOf(count, count + 1);
    const total = forecastDistribution(deals, { correlation });
    const target = total.quantile(0.6);
    const found = dealInfluence(deals, target, correlation);
    found.forEach((one, at) => {
      const p = deals[at]!.probability;
      expect(p * one!.ifWon + (1 - p) * one!.ifLost).toBeCloseTo(total.atLeast(target), 12);
      expect(one!.ifWon).toBeGreaterThanOrEqual(one!.ifLost - 1e-9);
    });
  });
});

it("weighs the states again once a deal is known", () => {
  const scenarios = { weights: [0.5, 0.5], chances: [], variantWeights: [1] };
  const each = [Float64Array.of(0.2), Float64Array.of(0.6)];
  // Bayes: .1 / .4 and .3 / .4; .4 / .6 and .2 / .6
  const { won, lost } = updatedWeights(scenarios, each, 0);
  expect(won).toEqual([0.25, 0.75].map((x) => expect.closeTo(x, 12)));
  expect(lost).toEqual([2 / 3, 1 / 3].map((x) => expect.closeTo(x, 12)));
});
