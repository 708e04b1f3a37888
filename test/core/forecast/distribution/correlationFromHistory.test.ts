import { expect, it } from "vitest";
import { correlationFromHistory } from "../../../../src/core/forecast/distribution/correlationFromHistory.ts";
import { normalCdf, normalQuantile } from "../../../../src/core/statistics/normal.ts";
import { seeded } from "./bruteForce.ts";

/** Periods simulated from the one-factor model itself. */
function simulated(correlation: number, periods: number, seed: number) {
  const next = seeded(seed);
  const gauss = () => Math.sqrt(-2 * Math.log(next() + 1e-12)) * Math.cos(2 * Math.PI * next());
  return Array.from({ length: periods }, () => {
    const z = gauss();
    const probabilities = Array.from(
      { length: 60 },
      () => [0.1, 0.25, 0.6][Math.floor(3 * next())]!,
    );
    const won = probabilities.filter((p) => {
      const score = (normalQuantile(p) + Math.sqrt(correlation) * z) / Math.sqrt(1 - correlation);
      return next() < normalCdf(score);
    });
    return { probabilities, won: won.length };
  });
}

it.each([0, 0.05, 0.2])("finds the correlation %d that past periods were drawn with", (truth) => {
  const { estimate, correlation, periods } = correlationFromHistory(simulated(truth, 600, 3));
  expect(periods).toBe(600);
  expect(Math.abs(estimate! - truth)).toBeLessThan(0.02);
  expect(Math.abs(correlation - truth)).toBeLessThan(0.02);
});

it("draws few periods towards 5 %, and does not measure fewer than six", () => {
  const wild = { probabilities: Array.from({ length: 40 }, () => 0.5), won: 36 };
  const six = correlationFromHistory(Array.from({ length: 6 }, () => wild));
  expect(six.estimate).toBeGreaterThan(0.3);
  // 6 periods of their own against 12 of belief
  expect(six.correlation).toBeCloseTo((6 * six.estimate! + 12 * 0.05) / 18, 12);
  expect(correlationFromHistory(Array.from({ length: 5 }, () => wild))).toEqual({
    correlation: 0.05,
    estimate: undefined,
    periods: 5,
  });
});

it("is nothing when periods deviate no more than independent deals do", () => {
  const calm = { probabilities: Array.from({ length: 40 }, () => 0.5), won: 20 };
  expect(correlationFromHistory(Array.from({ length: 24 }, () => calm)).estimate).toBe(0);
});
