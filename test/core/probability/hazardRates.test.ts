import { expect, it } from "vitest";
import { hazardCounts } from "../../../src/core/probability/hazardCounts.ts";
import { hazardRates } from "../../../src/core/probability/hazardRates.ts";
import { pacedLives } from "./pacedLives.ts";
import { LAST, someLives } from "./someLives.ts";

it("finds the hazards that deals were made by, season and all", () => {
  // Won with 0.01 a day and with 0.03 in each third kind of day, lost with 0.02, whatever the age.
  const thirdOf = (day: number) => Math.floor(day / 10) % 3;
  const lives = pacedLives(4000, (day) => (thirdOf(day) === 2 ? 0.03 : 0.01), 0.02);
  const { hazards } = hazardRates(hazardCounts(lives, LAST, thirdOf));
  for (const next of ["won", "lost"]) {
    const young = hazards.filter((one) => one.next === next && one.from < 45);
    const expected = next === "won" ? [0.01, 0.01, 0.03] : [0.02, 0.02, 0.02];
    expected.forEach((truth, third) => {
      const mean = young.reduce((sum, { rates }) => sum + (rates[third] ?? 0), 0) / young.length;
      // Hundreds of ends in each third: three standard errors are some 15%.
      expect(Math.abs(mean / truth - 1), `${next} ${third}`).toBeLessThan(0.15);
    });
  }
  expect(hazards.find(({ from }) => from === 0)?.deals).toBeGreaterThan(2500);
});

it("lets old days count less only where that foretells better", () => {
  const thirdOf = () => 0;
  const steady = pacedLives(3000, () => 0.015, 0.02);
  const changed = pacedLives(3000, (day) => (day > LAST - 200 ? 0.05 : 0.005), 0.02);
  const halfLife = (lives: ReturnType<typeof pacedLives>) =>
    hazardRates(hazardCounts(lives, LAST, thirdOf)).halfLife;
  expect(halfLife(steady)).toBeGreaterThan(100);
  expect(halfLife(changed)).toBe(60);
});

it("has nothing to say of no deals, and an even rate of one", () => {
  expect(hazardRates(hazardCounts([], LAST, () => 0)).hazards).toEqual([]);
  const one = someLives(1);
  for (const { rates } of hazardRates(hazardCounts(one, LAST, () => 0)).hazards)
    for (const rate of rates) expect(rate).toBeGreaterThanOrEqual(0);
});
