import { describe, expect, it } from "vitest";
import {
  groupEffects,
  landmarkParts,
  rateParts,
  survivalParts,
} from "../../../src/core/probability/rungParts.ts";
import { smallModel, trainedAsOf } from "./smallModel.ts";

const logit = (p: number) => Math.log(p / (1 - p));
const byName = (parts: readonly { part: string; logOdds: number }[] = []) =>
  Object.fromEntries(parts.map(({ part, logOdds }) => [part, logOdds]));
const deal = { stage: "proposal", segment: "smb", owner: "ada", created: trainedAsOf - 50 };

describe("the parts of a chance", () => {
  it("from stage rates are the base, the stage, the segment and the owner", () => {
    const found = rateParts(smallModel)(deal, 3);
    expect(byName(found?.parts)).toEqual({
      base: expect.closeTo(logit(0.4), 12),
      stage: expect.closeTo(logit(0.6) - logit(0.4), 12),
      segment: 0.3,
      owner: -0.2,
    });
    expect(found?.evidence).toBe(60);
  });

  it("by age and season come from the days ahead, and a quicker owner's hazard counts more on each", () => {
    const parts = byName(survivalParts(smallModel, trainedAsOf)(deal, 0)?.parts);
    // 30 days at the mean of the thirds, 0.008 won and 0.006 lost a day; then in April alone, 0.004 won.
    const within = (won: number, lost: number) =>
      (won / (won + lost)) * (1 - (1 - won - lost) ** 30);
    expect(parts.age).toBeCloseTo(logit(within(0.008, 0.006)) - logit(0.2), 12);
    expect(parts.season).toBeCloseTo(logit(within(0.004, 0.006)) - logit(within(0.008, 0.006)), 12);
    const april = within(0.004, 0.006);
    const ada = 1 - (1 - april) ** Math.exp(0.1);
    expect(parts.owner).toBeCloseTo(logit(ada) - logit(april), 12);
    expect(survivalParts(smallModel, trainedAsOf)({ stage: "Proposal" }, 3)).toBeUndefined();
    const tomorrow = { ...deal, created: trainedAsOf + 1 };
    expect(survivalParts(smallModel, trainedAsOf)(tomorrow, 3)).toBeUndefined();
  });

  it("of the logistic model are what differs from the average, and what calibration adds", () => {
    const parts = byName(landmarkParts(smallModel, trainedAsOf)(deal, 0)?.parts);
    // intercept -1, and the averages: 0.8 x 0.5 + 0.4 x 0.25 - 0.4 x 0.75 + 1.5 x 0.2 = 0.5
    expect(parts.base).toBeCloseTo(-0.5, 12);
    expect(parts.stage).toBeCloseTo(0.8 * 0.5, 12);
    expect(parts.age).toBeCloseTo(-0.4 + 0.2, 12);
    expect(parts.owner).toBeCloseTo(-0.2, 12);
    // The window lies in April, none of it in the last third.
    expect(parts.season).toBeCloseTo(-0.3, 12);
    const raw = -0.5 + 0.4 - 0.2 - 0.2 - 0.3;
    expect(parts.calibration).toBeCloseTo(0.1 + 0.9 * raw - raw, 9);
    expect(landmarkParts(smallModel, trainedAsOf)(deal, 1)).toBeUndefined();
  });

  it("know an owner in any spelling", () => {
    expect(groupEffects(smallModel.effects, "owner")({ owner: " ADA" })).toBe(-0.2);
    expect(groupEffects(smallModel.effects, "owner")({ owner: "SMB" })).toBeUndefined();
  });
});
