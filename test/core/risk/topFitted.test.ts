import { expect, it } from "vitest";
import { dealRisk } from "../../../src/core/deals/dealRisk.ts";
import { type RiskModel, riskScorer } from "../../../src/core/risk/riskModel.ts";
import { topFitted } from "../../../src/core/risk/topFitted.ts";
import { risk as subject } from "../../../src/settings/risk.ts";

it("puts the factor first that weighs most in the history, and leaves out one that speaks for the deal", () => {
  const factor = { low: 0, high: 0, mean: 0, prior: 0, deals: 9 };
  const model: RiskModel = {
    version: 1,
    trainedAsOf: 0,
    intercept: -1,
    deals: 9,
    lost: 4,
    coefficients: [
      { ...factor, id: "championLeft", coefficient: 0.5 },
      { ...factor, id: "technicalConcern", coefficient: 1.5 },
      { ...factor, id: "contacts", coefficient: -0.25 },
    ],
    terms: [],
    usual: [],
  };
  const deal = { opportunityId: "1", championLeft: true, pocIssue: true, contactCount: 1 };
  const risk = dealRisk(deal, subject.defaults, { asOf: undefined, benchmarkDays: undefined });
  const top = topFitted(risk, riskScorer(model)(risk, deal, undefined), model);
  // -1 + .5 + 1.5 - .25 = .75; without the concern -.75, without the champion's leaving .25.
  expect(top.map(({ factor: { id }, without }) => [id, without])).toEqual([
    ["technicalConcern", expect.closeTo(100 / (1 + Math.exp(0.75)), 9)],
    ["championLeft", expect.closeTo(100 / (1 + Math.exp(-0.25)), 9)],
  ]);
});

const quiet = (activity: number, coefficient: number, activityChange?: number) => {
  const model: RiskModel = {
    version: 1,
    trainedAsOf: 0,
    intercept: -1,
    deals: 9,
    lost: 4,
    coefficients: [],
    terms: [
      { feature: "activity", level: "1 to below 2 in 45 days", coefficient, mean: 0.25 },
      { feature: "activity", level: "from 8 in 45 days", coefficient, mean: 0 },
      { feature: "activity", level: "3 to below 4 in 45 days", coefficient: 0, mean: 0.75 },
    ],
    usual: [],
  };
  const deal = {
    opportunityId: "1",
    recentActivity: activity,
    championLeft: false,
    ...(activityChange === undefined ? {} : { activityChange }),
  };
  const evidence = { asOf: 100, benchmarkDays: undefined };
  const risk = dealRisk(deal, subject.defaults, evidence);
  return topFitted(risk, riskScorer(model)(risk, deal, 100), model);
};

it("takes little activity for something to deal with: then it is as in the average deal", () => {
  const [first, ...more] = quiet(1, 0.8);
  expect(more).toEqual([]);
  expect(first?.factor.id).toBe("activityDown");
  expect(first?.standing).toBe("Activity: 1 to below 2 in 45 days");
  // .8 less the average of .25 x .8 is what it adds; without it the average deal's -1 is left.
  expect(first?.logOdds).toBeCloseTo(0.6, 12);
  expect(first?.without).toBeCloseTo(100 / (1 + Math.exp(1)), 9);
});

it("has nothing to say of a deal that is worked, of a trifle, and beside the fact that activity is down", () => {
  expect(quiet(9, 0.8)).toEqual([]);
  expect(quiet(1, 0.1)).toEqual([]);
  expect(quiet(1, 0.8, -0.9).every(({ standing }) => standing === undefined)).toBe(true);
});
