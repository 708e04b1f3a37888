import { expect, it } from "vitest";
import { betaPrior } from "../../../src/core/statistics/betaBinomial.ts";

it("measures how alike groups are by moments", () => {
  // numpy: mu = sum k / sum n; S = sum n (k/n - mu)^2; rho = (S - mu(1-mu)(m-1)) / (mu(1-mu)(N - sum n^2/N - (m-1)))
  const prior = betaPrior([
    { trials: 10, successes: 2 },
    { trials: 20, successes: 10 },
    { trials: 30, successes: 9 },
    { trials: 5, successes: 4 },
  ]);
  expect(prior?.mean).toBeCloseTo(0.38461538461538464, 12);
  expect(prior?.strength).toBeCloseTo(8.733314651347436, 9);
});

it("lets equal groups lean on the mean alone, and opposite ones hardly at all", () => {
  const equal = [1, 2, 3].map(() => ({ trials: 50, successes: 20 }));
  expect(betaPrior(equal)?.strength).toBeGreaterThan(1e5);
  const opposite = [0, 500].map((successes) => ({ trials: 500, successes }));
  expect(betaPrior(opposite)?.strength).toBeLessThan(0.01);
  expect(betaPrior([])).toBeUndefined();
  expect(betaPrior([{ trials: 0, successes: 0 }])).toBeUndefined();
});
