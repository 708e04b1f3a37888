import { describe, expect, it } from "vitest";
import {
  chancePerDeal,
  isPlain,
  portfolioOf,
  spanOf,
} from "../../../../src/core/forecast/distribution/portfolio.ts";

describe("a portfolio", () => {
  const deals = [
    { amount: 10, probability: 0.5 },
    { amount: 4, probability: 0.2 },
    { amount: 6, probability: 0.5 },
    { amount: -3, probability: 0.25 },
    { amount: 8, probability: 1 },
    { amount: 9, probability: 0 },
    { amount: 0, probability: 0.5 },
  ];
  const portfolio = portfolioOf(deals);

  it("groups deals of one probability and keeps their order", () => {
    expect([...portfolio.amounts]).toEqual([10, 6, 4, 3]);
    expect(portfolio.starts).toEqual([0, 2, 3, 4]);
    expect([...chancePerDeal(portfolio, portfolio.chances)]).toEqual([0.5, 0.5, 0.2, 0.75]);
  });

  it("takes a negative amount as certain, and its opposite when the deal is not won", () => {
    expect(portfolio.certain).toBe(8 - 3);
    expect(portfolio.signs).toEqual([1, 1, -1]);
    expect(spanOf(portfolio)).toBe(23);
  });

  it("is plain without evidence, shares and new deals", () => {
    expect(isPlain(portfolio)).toBe(true);
    expect(isPlain(portfolioOf([{ amount: 1, probability: 0.5, evidence: 9 }]))).toBe(false);
    expect(isPlain(portfolioOf(deals, [{ share: 0.9, weight: 1 }]))).toBe(false);
    expect(isPlain(portfolioOf(deals, undefined, { amounts: [1], count: 1 }))).toBe(false);
  });

  it("expects the mean share of what is certain", () => {
    const shares = [
      { share: 1, weight: 0.5 },
      { share: 0.5, weight: 0.5 },
    ];
    expect(portfolioOf([{ amount: 8, probability: 1 }], shares).certain).toBe(6);
  });

  it("keeps the groups of a cohort side by side", () => {
    const measured = portfolioOf([
      { amount: 1, probability: 0.5, evidence: 9, cohort: "A" },
      { amount: 2, probability: 0.4, evidence: 9, cohort: "B" },
      { amount: 3, probability: 0.3, evidence: 9, cohort: "A" },
      { amount: 4, probability: 0.5 },
    ]);
    expect([...measured.amounts]).toEqual([1, 3, 2, 4]);
    expect(measured.chances).toEqual([0.5, 0.3, 0.4, 0.5]);
    expect(measured.cohorts).toEqual([0, 2, 3, 4]);
  });
});
