import { describe, expect, it } from "vitest";
import { leverNeeded } from "../../../src/core/forecast/leverNeeded.ts";

const open = [
  { amount: 100, probability: 0.5 },
  { amount: 200, probability: 0.25 },
];

describe("what a lever must do", () => {
  it("is the share that is lacking where the mean grows in proportion", () => {
    // 100 on average, 130 needed
    for (const lever of ["growth", "hiring", "dealSize"] as const)
      expect(leverNeeded(open, 130, lever)).toBeCloseTo(0.3, 5);
  });

  it("solves for the odds of winning: one deal of 0.5 to 0.6 takes half as much again", () => {
    expect(leverNeeded([{ amount: 100, probability: 0.5 }], 60, "winRate")).toBeCloseTo(0.5, 5);
  });

  it("is nothing when enough is there, and no plan when it can never be", () => {
    expect(leverNeeded(open, 100, "growth")).toBe(0);
    expect(leverNeeded(open, 301, "winRate")).toBeUndefined();
    expect(leverNeeded([], 1, "growth")).toBeUndefined();
  });
});
