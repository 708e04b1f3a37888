import { expect, it } from "vitest";
import { comonotone } from "../../../../src/core/forecast/distribution/comonotone.ts";
import { portfolioOf } from "../../../../src/core/forecast/distribution/portfolio.ts";

it("steps down through the deals in the order of their probabilities", () => {
  const deals = [
    { amount: 100, probability: 0.5 },
    { amount: 50, probability: 0.8 },
    { amount: -20, probability: 0.3 },
  ];
  const portfolio = portfolioOf(deals);
  const found = comonotone(portfolio);
  // u < .3: 130, < .5: 150, < .8: 50, else 0; the portfolio's own total is 20 more.
  const at = (x: number) => found.atMost(x + 20);
  expect([at(-1), at(0), at(50), at(130), at(150)]).toEqual(
    [0, 0.2, 0.5, 0.8, 1].map((x) => expect.closeTo(x, 12)),
  );
  expect(found.mean + portfolio.certain).toBeCloseTo(50 + 40 - 6, 12);
  expect(found.settle?.(100)).toBe(70);
});
