import { expect, it } from "vitest";
import type { Deal } from "../../../src/core/deals/deal.ts";
import { dealRisk } from "../../../src/core/deals/dealRisk.ts";
import { type RiskModel, riskScorer } from "../../../src/core/risk/riskModel.ts";
import { risk as subject } from "../../../src/settings/risk.ts";

const model: RiskModel = {
  version: 1,
  trainedAsOf: 0,
  intercept: -0.5,
  deals: 10,
  lost: 4,
  coefficients: [
    { id: "championLeft", coefficient: 1, low: 0, high: 2, mean: 0.2, prior: 1, deals: 10 },
  ],
  terms: [
    { feature: "type", level: "renewal", coefficient: -2, mean: 0.25 },
    { feature: "type", level: "expansion", coefficient: 0.5, mean: 0.5 },
  ],
  usual: [],
};
const scored = (facts: Partial<Deal>) => {
  const deal = { opportunityId: "1", ...facts };
  const evidence = { asOf: undefined, benchmarkDays: undefined };
  return riskScorer(model)(dealRisk(deal, subject.defaults, evidence), deal, undefined);
};

it("takes what is unknown as in the average deal", () => {
  // -0.5 + 1 x (1 - 0.2) and -0.5 - 0.2; all other factors are unknown.
  expect(scored({ championLeft: true }).logOdds).toBeCloseTo(0.3, 12);
  expect(scored({ championLeft: false }).logOdds).toBeCloseTo(-0.7, 12);
  expect(scored({ championLeft: true }).parts.filter((part) => part !== undefined)).toHaveLength(1);
  expect(scored({}).score).toBeUndefined();
  // A type that the fit has never seen says nothing either.
  expect(scored({ type: "Pilot" }).score).toBeUndefined();
});

it("holds a type to the average of all types; base and parts add up", () => {
  // The average type: -2 x .25 + .5 x .5 = -.25. A renewal: -2 + .25 = -1.75.
  const { logOdds, base, parts, traits, score } = scored({ type: "Renewal", championLeft: true });
  expect(traits.find(({ feature }) => feature === "type")?.logOdds).toBeCloseTo(-1.75, 12);
  expect(logOdds).toBeCloseTo(-0.5 + 0.8 - 1.75, 12);
  const sum = [...parts, ...traits.map((trait) => trait.logOdds)].reduce<number>(
    (all, part) => all + (part ?? 0),
    base,
  );
  expect(sum).toBeCloseTo(logOdds, 12);
  expect(score).toBeCloseTo(100 / (1 + Math.exp(1.45)), 9);
});
