import { describe, expect, it } from "vitest";
import type { Deal } from "../../../src/core/deals/deal.ts";
import { dealRisk } from "../../../src/core/deals/dealRisk.ts";
import { fitRiskModel } from "../../../src/core/deals/fitRiskModel.ts";
import { fittedRisk } from "../../../src/core/deals/riskModel.ts";
import { riskModelFromRows, riskModelRows } from "../../../src/core/deals/riskModelRows.ts";
import { stageIndex } from "../../../src/core/deals/stageIndex.ts";
import { blueprintStages } from "../../../src/settings/presets/stagePresets.ts";
import { risk as subject } from "../../../src/settings/risk.ts";

const settings = subject.defaults;
const stages = stageIndex(blueprintStages);
const evidence = { asOf: 100, benchmarkDays: undefined };
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** Deals that are lost with log-odds of -1, 2 more where the champion left and 0.5 less where an engineer was worried. */
function deals(count: number): Deal[] {
  let state = 9;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return Array.from({ length: count }, (_, at) => {
    const [championLeft, pocIssue] = [next() < 0.3, next() < 0.5];
    const isLost = next() < sigmoid(-1 + 2 * Number(championLeft) - 0.5 * Number(pocIssue));
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

const scoreOf = (count: number, deal: Omit<Deal, "opportunityId">) => {
  const model = fitRiskModel(deals(count), settings, stages, 100, 1);
  return fittedRisk(model, dealRisk({ opportunityId: "x", ...deal }, settings, evidence));
};

describe("the fitted deal risk", () => {
  it("without decided deals says what the points say, 20 of them a unit of log-odds", () => {
    const points = settings.factors.find(({ id }) => id === "championLeft")?.points ?? 0;
    const { score } = scoreOf(0, { championLeft: true });
    // The base of 20 points stands for 20%.
    expect(score).toBeCloseTo(100 * sigmoid(Math.log(0.2 / 0.8) + points / 20), 9);
    expect(scoreOf(0, { championLeft: false }).score).toBeCloseTo(20, 9);
    expect(scoreOf(0, {}).score).toBeUndefined();
  });

  it("moves without a jump from the points to what really happened", () => {
    const told = [0, 1, 2, 10, 100, 1000, 8000].map(
      (count) => scoreOf(count, { championLeft: true, pocIssue: true }).score ?? Number.NaN,
    );
    expect(Math.abs((told[1] ?? 0) - (told[0] ?? 0))).toBeLessThan(5);
    expect(Math.abs((told[2] ?? 0) - (told[1] ?? 0))).toBeLessThan(5);
    // -1 + 2 - 0.5: 62%.
    expect(told[6]).toBeCloseTo(100 * sigmoid(0.5), -1);
    expect(Math.abs((told[6] ?? 0) - 100 * sigmoid(0.5))).toBeLessThan(3);
  });

  it("is as high on average as the share that was lost, and its parts add up", () => {
    const all = deals(4000);
    const model = fitRiskModel(all, settings, stages, 100, 1);
    let sum = 0;
    for (const deal of all) {
      const { score, base, parts, logOdds } = fittedRisk(model, dealRisk(deal, settings, evidence));
      sum += score ?? 0;
      expect(parts.reduce<number>((total, part) => total + (part ?? 0), base)).toBeCloseTo(
        logOdds,
        12,
      );
      expect(score).toBeCloseTo(100 * sigmoid(logOdds), 9);
    }
    expect(sum / all.length).toBeCloseTo((100 * model.lost) / model.deals, 0);
  });

  it("knows nothing of what came after the day, and comes back from its lines as it was written", () => {
    const later = deals(50).map((deal) => ({ ...deal, closeDate: 101 }));
    expect(fitRiskModel(later, settings, stages, 100, 1).deals).toBe(0);
    const model = fitRiskModel(deals(300), settings, stages, 100, 7);
    expect(riskModelFromRows(riskModelRows(model))).toEqual(model);
    expect(riskModelFromRows([])).toBeUndefined();
    const broken = riskModelRows(model).map((row) => ({ ...row, value: undefined }));
    expect(() => riskModelFromRows(broken)).toThrow("model has no value in its line");
  });
});
