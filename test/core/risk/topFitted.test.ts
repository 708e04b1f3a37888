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
