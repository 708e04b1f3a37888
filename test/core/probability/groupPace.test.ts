import { expect, it } from "vitest";
import { dealPaces, groupPace } from "../../../src/core/probability/groupPace.ts";
import { hazardCounts } from "../../../src/core/probability/hazardCounts.ts";
import { hazardRates } from "../../../src/core/probability/hazardRates.ts";
import { pacedLives } from "./pacedLives.ts";
import { LAST } from "./someLives.ts";

const thirdOf = (day: number) => Math.floor(day / 30) % 3;

it("expects as many wins as there were, and tells the quick owner from the slow one", () => {
  const lives = pacedLives(3000, (_, owner) => (owner === "Ada" ? 0.02 : 0.01), 0.02);
  const { hazards, halfLife } = hazardRates(hazardCounts(lives, LAST, thirdOf));
  const paces = dealPaces(lives, hazards, halfLife, LAST, thirdOf);
  const total = (field: "won" | "expected") => paces.reduce((sum, pace) => sum + pace[field], 0);
  expect(total("expected") / total("won")).toBeCloseTo(1, 1);
  const [ada, bo] = ["Ada", "Bo"].map(
    (owner) => groupPace(paces, "owner").find(({ name }) => name === owner)?.logOdds ?? 0,
  );
  // Twice the hazard: a difference of log 2 = 0.69.
  expect((ada ?? 0) - (bo ?? 0)).toBeCloseTo(Math.log(2), 0);
  expect(ada).toBeGreaterThan(0.2);
  expect(bo).toBeLessThan(-0.2);
});

it("holds owners who differ by chance alone for alike", () => {
  const lives = pacedLives(3000, () => 0.015, 0.02);
  const { hazards, halfLife } = hazardRates(hazardCounts(lives, LAST, thirdOf));
  for (const { logOdds } of groupPace(dealPaces(lives, hazards, halfLife, LAST, thirdOf), "owner"))
    expect(Math.abs(logOdds)).toBeLessThan(0.05);
});
