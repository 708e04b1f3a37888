import { describe, expect, it } from "vitest";
import { forecastDistribution } from "../../../../src/core/forecast/distribution/forecastDistribution.ts";
import { pipelineMultiple } from "../../../../src/core/forecast/distribution/pipelineMultiple.ts";
import { pipelineOf } from "./bruteForce.ts";

describe("how many times the pipeline is needed", () => {
  it("is the number of coins that shows heads once with the confidence", () => {
    const coin = [{ amount: 100, probability: 0.5 }];
    // 1 - .5^n
    expect(pipelineMultiple(coin, 100, 0.75)).toBeCloseTo(2, 3);
    expect(pipelineMultiple(coin, 100, 0.875)).toBeCloseTo(3, 3);
    // Between: 1 - .5 (1 - .5 f) = .6, f = .4
    expect(pipelineMultiple(coin, 100, 0.6)).toBeCloseTo(1.4, 3);
  });

  it("is nothing for nothing, and unknown when deals bring nothing", () => {
    expect(pipelineMultiple(pipelineOf(5, 1), 0, 0.8)).toBe(0);
    expect(pipelineMultiple([{ amount: 5, probability: 0 }], 10, 0.8)).toBeUndefined();
    expect(pipelineMultiple([], 10, 0.8)).toBeUndefined();
  });

  it.each([0, 0.1])("reaches the confidence and hardly more (correlation %d)", (correlation) => {
    const deals = pipelineOf(150, 8);
    const target = 3.3 * forecastDistribution(deals).mean;
    const multiple = pipelineMultiple(deals, target, 0.8, correlation)!;
    const whole = Math.ceil(multiple);
    const copies = (count: number) => Array.from({ length: count }, () => deals).flat();
    expect(forecastDistribution(copies(whole), { correlation }).atLeast(target)).toBeGreaterThan(
      0.8,
    );
    expect(forecastDistribution(copies(whole - 1), { correlation }).atLeast(target)).toBeLessThan(
      0.8,
    );
  });

  it("comes nearer to target / mean the more deals there are", () => {
    const deals = pipelineOf(3000, 8);
    const { mean, deviation } = forecastDistribution(deals);
    const multiple = pipelineMultiple(deals, 10 * mean, 0.9)!;
    // Normal approximation: m mean - 1.2816 sqrt(m) deviation = 10 mean
    expect(multiple * mean - 1.2816 * Math.sqrt(multiple) * deviation).toBeCloseTo(
      10 * mean,
      -Math.log10(0.002 * mean),
    );
  });
});
