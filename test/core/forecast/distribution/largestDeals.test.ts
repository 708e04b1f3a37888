import { expect, it } from "vitest";
import {
  casesOf,
  withLargest,
  withoutLargest,
} from "../../../../src/core/forecast/distribution/largestDeals.ts";
import { portfolioOf } from "../../../../src/core/forecast/distribution/portfolio.ts";

it("sets a giant apart and leaves equals alone", () => {
  const equal = Array.from({ length: 50 }, () => ({ amount: 5, probability: 0.5 }));
  expect(withoutLargest(portfolioOf(equal)).large).toEqual([]);
  const { rest, large } = withoutLargest(
    portfolioOf([...equal, { amount: 900, probability: 0.1 }]),
  );
  expect(large).toEqual([{ amount: 900, chance: 0.1, at: 50 }]);
  expect(rest.amounts[50]).toBe(0);
});

it("puts it back", () => {
  const large = [{ amount: 10, chance: 0.25, at: 0 }];
  const rest = {
    low: 0,
    high: 1,
    atMost: (x: number) => Math.min(1, Math.max(0, x)),
    settle: (x: number) => Math.min(1, x),
  };
  const both = withLargest(rest, large);
  expect([0.5, 1, 5, 10.5, 11].map(both.atMost)).toEqual([0.375, 0.75, 0.75, 0.875, 1]);
  expect([0.5, 5, 10.5].map((x) => both.settle?.(x))).toEqual([0.5, 1, 10.5]);
  expect(casesOf(large)).toEqual([
    { total: 0, mass: 0.75 },
    { total: 10, mass: 0.25 },
  ]);
});
