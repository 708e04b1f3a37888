import { expect, it } from "vitest";
import { categoryRollup, categoryTotals } from "../../../src/core/forecast/categoryRollup.ts";

it("adds up categories from certain to possible", () => {
  const deals = [
    { amount: 10, category: "Closed" },
    { amount: 100, category: "Commit" },
    { amount: 60, category: "Best Case" },
    { amount: 40, category: "Pipeline" },
    { amount: 1000, category: "Omitted" },
  ] as const;
  expect(categoryRollup(deals)).toEqual({ conservative: 110, base: 140, upside: 210 });
  expect(categoryRollup(deals, 0.25).base).toBe(125);
  expect(categoryRollup([])).toEqual({ conservative: 0, base: 0, upside: 0 });
});

it("gives each category alone or with all that are surer", () => {
  const deals = [
    { amount: 10, category: "Closed" },
    { amount: 100, category: "Commit" },
    { amount: 60, category: "Best Case" },
    { amount: 40, category: "Pipeline" },
    { amount: 1000, category: "Omitted" },
  ] as const;
  expect(categoryTotals(deals, false)).toEqual([10, 100, 60, 40]);
  expect(categoryTotals(deals, true)).toEqual([10, 110, 170, 210]);
});
