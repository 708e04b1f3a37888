import { describe, expect, it } from "vitest";
import type { DealOnDay } from "../../../src/core/history/dealOnDay.ts";
import type { StageStay } from "../../../src/core/pipeline/stageStays.ts";
import { timeInStage } from "../../../src/core/pipeline/timeInStage.ts";

const asOf = 1000;
const stay = (entered: number | undefined, left?: number): StageStay => ({
  ...{ opportunityId: "D", pipeline: "", stage: "Lead", order: 1, entered, left },
  end: left === undefined ? undefined : "advanced",
  deal: { opportunityId: "D" } as DealOnDay,
});

/** A fixed series of numbers between 0 and 1 (Park and Miller). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}

describe("time in stage", () => {
  it("tells the slowest tenth from 90 days of history, where completed stays tell far too little", () => {
    // Lognormal stays with mean 30 days and sigma 0.9: P90 = exp(ln 30 - 0.405 + 1.2816 x 0.9) = 63.4 days.
    const next = random(7);
    const stays = Array.from({ length: 4000 }, () => {
      const entered = asOf - 90 * next();
      const normal = Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
      const left = entered + Math.exp(Math.log(30) - 0.405 + 0.9 * normal);
      return stay(entered, left > asOf ? undefined : left);
    });
    const { p90, completedMean = 0, mean = 0, limitIs } = timeInStage(stays, asOf);
    expect(Math.abs((p90 ?? 0) / 63.4 - 1)).toBeLessThan(0.05);
    expect(completedMean).toBeLessThan(20);
    expect(mean).toBeGreaterThan(24);
    expect(limitIs).toBe("P90");
  });

  it("shows the P90 and twice the mean, and takes the second while few stays have ended", () => {
    const few = [stay(990, 1000), stay(980, 1000), stay(970, 1000)];
    // Mean of 10, 20 and 30 days.
    expect(timeInStage(few, asOf)).toMatchObject({
      stays: 3,
      ended: 3,
      median: 20,
      p90: 30,
      mean: 20,
      twiceMean: 40,
      limit: 40,
      limitIs: "2 x mean",
    });
    const many = Array.from({ length: 30 }, (_, at) => stay(999 - at, 1000));
    expect(timeInStage(many, asOf)).toMatchObject({ p90: 27, limit: 27, limitIs: "P90" });
  });

  it("knows nothing where no stay has ended, and leaves out stays without a beginning", () => {
    expect(timeInStage([stay(900), stay(undefined), stay(undefined, 950)], asOf)).toEqual({
      stays: 1,
      open: 1,
      ended: 0,
      leftOut: 2,
      median: undefined,
      p90: undefined,
      mean: undefined,
      completedMean: undefined,
      twiceMean: undefined,
      limit: undefined,
      limitIs: undefined,
    });
  });

  it("takes a stay that ends before it begins for one of no days", () => {
    expect(timeInStage([stay(990, 980)], asOf)).toMatchObject({ median: 0, mean: 0 });
  });
});
