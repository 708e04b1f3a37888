import { expect, it } from "vitest";
import { stageRates } from "../../../src/core/probability/stageRates.ts";
import { sampleLives } from "./sampleLives.ts";

it("finds five sample companies' true stage probabilities again, within their intervals", {
  timeout: 120_000,
}, () => {
  let [held, all] = [0, 0];
  for (let seed = 1; seed <= 5; seed++) {
    const { company, lives } = sampleLives({ seed, dirt: false });
    const rates = stageRates(lives, company.asOf);
    for (const { stage, chance } of company.truth.stageWinChance) {
      const rate = rates.find((one) => one.stage === stage);
      all++;
      if (!rate) continue;
      held += Number(rate.low <= chance && chance <= rate.high);
      expect(Math.abs((rate.chances[3] ?? 0) - chance), `${seed} ${stage}`).toBeLessThan(0.035);
    }
  }
  expect(all).toBe(30);
  // Intervals of 80%; the six of a company share its luck, so that these count as little more than five.
  expect(held).toBeGreaterThanOrEqual(18);
});
