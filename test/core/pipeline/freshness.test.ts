import { expect, it } from "vitest";
import { freshness } from "../../../src/core/pipeline/freshness.ts";

const deal = (created: number | undefined, amount: number | undefined) => ({ created, amount });

it("counts what was created within the days, the as-of day included", () => {
  const deals = [deal(100, 50), deal(71.5, 20), deal(70.9, 1000), deal(101, 1000), deal(90, 5)];
  expect(freshness(deals, 300, 30, 100)).toBe(75 / 300);
  expect(freshness(deals, 300, 1, 100)).toBe(50 / 300);
});

it("passes over what is not known, and has no answer once the quota is met", () => {
  expect(freshness([deal(undefined, 5), deal(100, undefined)], 10, 30, 100)).toBe(0);
  expect(freshness([deal(100, 5)], 0, 30, 100)).toBeUndefined();
});
