import { expect, it } from "vitest";
import { categoryRollup } from "../../../src/core/forecast/categoryRollup.ts";

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
