import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stageIndex } from "../../../src/core/deals/stageIndex.ts";
import type { Rung } from "../../../src/core/probability/winModel.ts";
import { chanceInterval, winScorer } from "../../../src/core/probability/winScorer.ts";
import { blueprintStages } from "../../../src/settings/presets/stagePresets.ts";
import { smallModel, trainedAsOf } from "./smallModel.ts";

const stages = stageIndex(blueprintStages);
const deal = { stage: "Proposal", segment: "SMB", owner: "Ada", created: trainedAsOf - 50 };

describe("without a model", () => {
  const { chance, parts } = winScorer(undefined, stages, undefined);

  it("a deal has its stage's stated probability, and the CRM's where no table knows the stage", () => {
    expect(chance({ stage: "Proposal" })).toEqual({
      probability: 0.6,
      rung: "assumed",
      evidence: undefined,
    });
    expect(chance({ stage: "Elsewhere", probability: 0.35 }).probability).toBe(0.35);
    expect(chance({ stage: "Elsewhere" }).probability).toBeUndefined();
  });

  it("up to a day it counts when its close date comes no later", () => {
    expect(chance({ stage: "Proposal", closeDate: 100 }, 100).probability).toBe(0.6);
    expect(chance({ stage: "Proposal", closeDate: 101 }, 100).probability).toBe(0);
    expect(chance({ stage: "Proposal" }, 100).probability).toBe(0);
    expect(parts({ stage: "Proposal" }, 100)).toBeUndefined();
  });
});

describe("with a model", () => {
  const scorer = winScorer(smallModel, stages, trainedAsOf);

  it("each window has its own rung, and a deal without its inputs the next one below", () => {
    expect(scorer.chance(deal, trainedAsOf + 30).rung).toBe("landmark");
    expect(scorer.chance(deal, trainedAsOf + 60).rung).toBe("survival");
    expect(scorer.chance({ stage: "Proposal" }, trainedAsOf + 60).rung).toBe("rates");
    expect(scorer.chance(deal).rung).toBe("rates");
    expect(scorer.chance(deal).evidence).toBe(60);
  });

  it("never falls as more days are given", () => {
    let before = 0;
    for (let days = -3; days < 400; days++) {
      const { probability = Number.NaN } = scorer.chance(deal, trainedAsOf + days);
      expect(probability).toBeGreaterThanOrEqual(before);
      before = probability;
    }
    expect(scorer.chance(deal).probability).toBe(before);
  });

  it("its parts add up to the chance on every rung and for every day", () => {
    const rungs: Rung[] = ["rates", "survival", "landmark"];
    fc.assert(
      fc.property(
        fc.constantFrom(...rungs),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 0, max: 700 }),
        fc.constantFrom("Proposal", "Lead", undefined),
        (rung, days, age, stage) => {
          const one = winScorer(
            { ...smallModel, rungs: smallModel.rungs.map(() => rung) },
            stages,
            trainedAsOf,
          );
          const given = { ...deal, stage, created: trainedAsOf - age };
          const { probability = Number.NaN } = one.chance(given, trainedAsOf + days);
          const sum = one
            .parts(given, trainedAsOf + days)
            ?.reduce((total, part) => total + part.logOdds, 0);
          expect(1 / (1 + Math.exp(-(sum ?? Number.NaN)))).toBeCloseTo(probability, 12);
        },
      ),
    );
  });
});

describe("the interval of a chance", () => {
  it("holds 80% of a Beta posterior, and narrows with the deals behind it", () => {
    // scipy 1.17: beta.ppf(0.9, 63.7, 37.3)
    expect(chanceInterval(0.632, 100)[1]).toBeCloseTo(0.6915484076781893, 9);
    const [low, high] = chanceInterval(0.3, 10);
    const [tighterLow, tighterHigh] = chanceInterval(0.3, 1000);
    expect(high - low).toBeGreaterThan(5 * (tighterHigh - tighterLow));
  });
});
