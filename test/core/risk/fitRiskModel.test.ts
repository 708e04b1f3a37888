import { describe, expect, it } from "vitest";
import type { Deal } from "../../../src/core/deals/deal.ts";
import { dealRisk } from "../../../src/core/deals/dealRisk.ts";
import { stageIndex } from "../../../src/core/deals/stageIndex.ts";
import { fitRiskModel } from "../../../src/core/risk/fitRiskModel.ts";
import { riskScorer } from "../../../src/core/risk/riskModel.ts";
import { riskModelFromRows, riskModelRows } from "../../../src/core/risk/riskModelRows.ts";
import { blueprintStages } from "../../../src/settings/presets/stagePresets.ts";
import { risk as subject } from "../../../src/settings/risk.ts";

const settings = subject.defaults;
const stages = stageIndex(blueprintStages);
const evidence = { asOf: 100, benchmarkDays: undefined };
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** Deals without a history that are lost with log-odds of -1, 2 more where the champion left, 0.5 where an engineer was worried. */
function deals(count: number): Deal[] {
  let state = 9;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return Array.from({ length: count }, (_, at) => {
    const [championLeft, pocIssue] = [next() < 0.3, next() < 0.5];
    const isLost = next() < sigmoid(-1 + 2 * Number(championLeft) + 0.5 * Number(pocIssue));
    return {
      opportunityId: String(at),
      isClosed: true,
      isWon: !isLost,
      closeDate: 50,
      championLeft,
      pocIssue,
    };
  });
}

const fitted = (all: readonly Deal[]) =>
  fitRiskModel({ deals: all, lives: [], activities: [] }, settings, stages, 100, 7);
const scoreOf = (count: number, facts: Omit<Deal, "opportunityId">) => {
  const deal = { opportunityId: "x", ...facts };
  return riskScorer(fitted(deals(count)))(dealRisk(deal, settings, evidence), deal, 100).score;
};

describe("the fitted deal risk", () => {
  it("without decided deals says what the points say, 50 of them a unit of log-odds", () => {
    // The base of 20 points stands for 20%, the champion's 28 for .56.
    const expected = 100 * sigmoid(Math.log(0.2 / 0.8) + 0.56);
    expect(scoreOf(0, { championLeft: true })).toBeCloseTo(expected, 9);
    expect(scoreOf(0, { championLeft: false })).toBeCloseTo(20, 9);
    expect(scoreOf(0, {})).toBeUndefined();
  });

  it("moves without a jump from the points to what really happened", () => {
    const told = [0, 1, 2, 10, 100, 1000, 8000].map((count) => {
      const model = fitted(deals(count));
      return model.coefficients.find(({ id }) => id === "championLeft")?.coefficient ?? 0;
    });
    expect(told[0]).toBe(0.56);
    expect(Math.abs((told[1] ?? 0) - (told[0] ?? 0))).toBeLessThan(0.1);
    expect(Math.abs((told[2] ?? 0) - (told[1] ?? 0))).toBeLessThan(0.1);
    // The deals are made with 2; four standard errors of 8,000 deals.
    expect(Math.abs((told[6] ?? 0) - 2)).toBeLessThan(0.22);
  });

  it("says how sure it is: eight in ten intervals hold what the deals were made with", () => {
    const model = fitted(deals(8000));
    const poc = model.coefficients.find(({ id }) => id === "technicalConcern");
    expect(poc?.low).toBeLessThan(0.5);
    expect(poc?.high).toBeGreaterThan(0.5);
    expect(model).toMatchObject({ deals: 8000, version: 7, trainedAsOf: 100 });
  });

  it("knows nothing of what came after the day, and comes back from its lines as it was written", () => {
    const later = deals(50).map((deal) => ({ ...deal, closeDate: 101 }));
    expect(fitted(later)).toEqual(fitted([]));
    const model = fitted(deals(300));
    expect(riskModelFromRows(riskModelRows(model))).toEqual(model);
    expect(riskModelFromRows([])).toBeUndefined();
    const broken = riskModelRows(model).map((row) => ({ ...row, value: undefined }));
    expect(() => riskModelFromRows(broken)).toThrow("model has no value in its line");
  });
});
