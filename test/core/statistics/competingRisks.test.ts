import { describe, expect, it } from "vitest";
import { ageSteps, atRisk, chanceToReach } from "../../../src/core/statistics/competingRisks.ts";

describe("competing risks", () => {
  it("without censoring are the shares that were seen", () => {
    // Ten deals: 4 won on days 1-4, 6 lost on days 5-10.
    const ages = Array.from({ length: 10 }, (_, at) => at + 1);
    const stays = ages.map((age) => ({ state: 0, from: 0, to: age }));
    const moves = ages.map((age) => ({ age, from: 0, to: age <= 4 ? 1 : 2, count: 1 }));
    const steps = ageSteps(moves, stays);
    expect(chanceToReach(steps, 3, 1, 0, 100)[0]).toBeCloseTo(0.4, 12);
    expect(chanceToReach(steps, 3, 1, 0, 2)[0]).toBeCloseTo(0.2, 12);
    // Of the eight still open after day 2, two are won.
    expect(chanceToReach(steps, 3, 1, 2, 100)[0]).toBeCloseTo(2 / 8, 12);
  });

  it("count a censored subject for as long as it was seen", () => {
    // By hand: won at 1 of 3, censored at 2, lost at 3 of 1: 1/3 won.
    const stays = [1, 2, 3].map((to) => ({ state: 0, from: 0, to }));
    const moves = [
      { age: 1, from: 0, to: 1, count: 1 },
      { age: 3, from: 0, to: 2, count: 1 },
    ];
    expect(chanceToReach(ageSteps(moves, stays), 3, 1, 0, 9)[0]).toBeCloseTo(1 / 3, 12);
  });

  it("go through states in between, also for subjects that come late", () => {
    // Two start in state 0; one passes to 3 at day 1 and is won at day 2; a third comes into 3 at day 1 and is lost at 2.
    const stays = [
      { state: 0, from: 0, to: 1 },
      { state: 0, from: 0, to: 5 },
      { state: 3, from: 1, to: 2 },
      { state: 3, from: 1, to: 2 },
    ];
    const moves = [
      { age: 1, from: 0, to: 3, count: 1 },
      { age: 5, from: 0, to: 2, count: 1 },
      { age: 2, from: 3, to: 1, count: 1 },
      { age: 2, from: 3, to: 2, count: 1 },
    ];
    const chances = chanceToReach(ageSteps(moves, stays), 4, 1, 0, 9);
    expect(chances[0]).toBeCloseTo(0.5 * 0.5, 12);
    expect(chances[3]).toBeCloseTo(0.5, 12);
    expect(atRisk(stays)(3, 1)).toBe(0);
    expect(atRisk(stays)(3, 2)).toBe(2);
  });
});
