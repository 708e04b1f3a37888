import { expect, it } from "vitest";
import { stageRates } from "../../../src/core/probability/stageRates.ts";
import { LAST, someLives } from "./someLives.ts";

it("finds again the chances that deals were made by, inside their intervals", () => {
  const rates = stageRates(someLives(4000), LAST);
  const of = (stage: string) => rates.find((rate) => rate.stage === stage);
  // Made by: 60% of those in Proposal, half of which come from Discovery.
  for (const [stage, truth] of [
    ["Proposal", 0.6],
    ["Discovery", 0.3],
    ["", 0.3],
  ] as const) {
    const rate = of(stage);
    // Four times the half width of an 80% interval, so that chance alone does not fail it.
    const half = ((rate?.high ?? 0) - (rate?.low ?? 0)) / 2;
    expect(Math.abs((rate?.chances[3] ?? 0) - truth)).toBeLessThan(4 * half);
    expect(half).toBeLessThan(0.03);
  }
});

it("of decided deals alone are their share, leaning on the other stages", () => {
  const lives = someLives(4000).filter(({ outcome }) => outcome !== undefined);
  const all = stageRates(lives, LAST).find(({ stage }) => stage === "");
  expect(all?.deals).toBe(lives.length);
  expect(all?.won).toBe(lives.filter(({ outcome }) => outcome === "won").length);
  expect(all?.chances[3]).toBeCloseTo((all?.won ?? 0) / lives.length, 3);
});
