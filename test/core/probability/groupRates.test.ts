import { describe, expect, it } from "vitest";
import { groupRates, shifted } from "../../../src/core/probability/groupRates.ts";
import { someLives } from "./someLives.ts";

const lives = someLives(600);

describe("the effects of groups", () => {
  const rates = groupRates(lives, "owner", () => 0.3);

  it("count each group's decided deals", () => {
    const ada = lives.filter(({ traits, outcome }) => traits.owner === "Ada" && outcome);
    const effect = rates.effects.find(({ name }) => name === "Ada");
    expect(effect?.deals).toBe(ada.length);
    expect(effect?.won).toBe(ada.filter(({ outcome }) => outcome === "won").length);
    // Owners that do not differ lean on what was expected.
    expect(Math.abs(effect?.logOdds ?? 1)).toBeLessThan(0.3);
  });

  it("told without a deal, are higher for a lost one than for a won one of the same owner", () => {
    const find = (outcome: string) =>
      lives.find((life) => life.outcome === outcome && life.traits.owner === "Ada");
    const [won, lost] = [find("won"), find("lost")];
    if (!won || !lost) throw new Error("no such deal");
    expect(rates.without(lost) ?? 0).toBeGreaterThan(rates.without(won) ?? 0);
  });

  it("shift a chance on log-odds", () => {
    expect(shifted(0.5, Math.log(4))).toBeCloseTo(0.8, 12);
    expect(shifted(0.5, undefined)).toBe(0.5);
  });
});
