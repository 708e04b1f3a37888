import { expect, it } from "vitest";
import { powerSums, totalCumulants } from "../../../../src/core/forecast/distribution/cumulants.ts";
import { portfolioOf } from "../../../../src/core/forecast/distribution/portfolio.ts";
import { bruteForce } from "./bruteForce.ts";

it("are the central moments of all sets of deals", () => {
  const deals = [
    { amount: 3, probability: 0.2 },
    { amount: 5, probability: 0.2 },
    { amount: 7, probability: 0.6 },
  ];
  const all = bruteForce(deals);
  const mean = all.reduce((sum, { total, mass }) => sum + total * mass, 0);
  const moment = (k: number) =>
    all.reduce((sum, { total, mass }) => sum + (total - mean) ** k * mass, 0);
  const portfolio = portfolioOf(deals);
  const found = totalCumulants(portfolio, powerSums(portfolio), portfolio.chances);
  const expected = [mean, moment(2), moment(3), moment(4) - 3 * moment(2) ** 2];
  expected.forEach((value, k) => {
    expect(found[k]).toBeCloseTo(value, 9);
  });
});

it("of two possible chances are those of the mixture", () => {
  const portfolio = portfolioOf([{ amount: 2, probability: 0.5, evidence: 5 }]);
  // One deal of chance .3 or .7 is one of chance .5: mean 1, variance 4 x .25, symmetric, fourth 1 - 3.
  const found = totalCumulants(portfolio, powerSums(portfolio), [0.3, 0.7], [0.5, 0.5]);
  [1, 1, 0, -2].forEach((value, k) => {
    expect(found[k]).toBeCloseTo(value, 12);
  });
});

it("of new deals are count x amount to the power", () => {
  const portfolio = portfolioOf([], undefined, { amounts: [3], count: 2 });
  expect(totalCumulants(portfolio, powerSums(portfolio), [])).toEqual([6, 18, 54, 162]);
});
