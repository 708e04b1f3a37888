import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Deal } from "../../../src/core/deals/deal.ts";
import { dealRisk } from "../../../src/core/deals/dealRisk.ts";
import type { RiskFactorId, RiskSettings } from "../../../src/core/deals/risk.ts";

// Points of the additive loss-risk model, copied from its description.
const POINTS: Record<RiskFactorId, number> = {
  economicBuyer: 30,
  championLeft: 28,
  age: 25,
  competitor: 20,
  stageTime: 18,
  activityDown: 15,
  discount: 12,
  technicalConcern: 15,
  contacts: 10,
  budget: 8,
};
const settings: RiskSettings = {
  base: 20,
  cap: 100,
  mediumFrom: 40,
  highFrom: 65,
  lowRate: 0.8,
  mediumRate: 0.6,
  highRate: 0.4,
  factors: Object.entries(POINTS).map(([id, points]) => ({
    id: id as RiskFactorId,
    points,
    limit: undefined,
    dimension: "process",
    action: "",
    ownerRole: "",
    windowDays: 7,
  })),
  weights: [],
};
const evidence = { asOf: 100, benchmarkDays: 10 };
const calm: Deal = {
  opportunityId: "1",
  economicBuyerMet: true,
  championLeft: false,
  createdDate: 50,
  competitor: "none",
  stageEntered: 95,
  activityChange: 0.1,
  discountPct: 0,
  pocIssue: false,
  contactCount: 6,
  budgetConfirmed: true,
};
const worst: Deal = {
  opportunityId: "2",
  economicBuyerMet: false,
  championLeft: true,
  createdDate: 0,
  competitor: "Rival",
  stageEntered: 10,
  activityChange: -0.9,
  discountPct: 0.4,
  pocIssue: true,
  contactCount: 1,
  budgetConfirmed: false,
};

describe("dealRisk", () => {
  it("equals the published examples", () => {
    expect(dealRisk(calm, settings, evidence).score).toBe(20);
    // No buyer 30, older than 90 days 25, fewer than 3 contacts 10.
    const three = { ...calm, economicBuyerMet: false, createdDate: 0, contactCount: 2 };
    expect(dealRisk(three, settings, evidence).score).toBe(85);
    const all = dealRisk(worst, settings, evidence);
    expect(all.score).toBe(100);
    // 20 and all ten points are 201.
    expect(all.cap).toBe(-101);
  });

  it("is unknown when nothing is known, and lets unknown factors add nothing", () => {
    expect(dealRisk({ opportunityId: "1" }, settings, evidence).score).toBeUndefined();
    expect(dealRisk({ opportunityId: "1", pocIssue: false }, settings, evidence).score).toBe(20);
  });

  it("adds up from its parts, and never falls when a factor becomes present", () => {
    const fields = Object.keys(calm).filter((field) => field !== "opportunityId") as (keyof Deal)[];
    const states = fc.array(fc.constantFrom("calm", "worst", "unknown"), {
      minLength: 10,
      maxLength: 10,
    });
    fc.assert(
      fc.property(states, fc.integer({ min: 0, max: 9 }), (states, changed) => {
        const build = (all: string[]) =>
          Object.fromEntries([
            ["opportunityId", "1"],
            ...fields.map((field, index) => [
              field,
              all[index] === "unknown" ? undefined : (all[index] === "calm" ? calm : worst)[field],
            ]),
          ]) as Deal;
        const risk = dealRisk(build(states), settings, evidence);
        const parts = risk.factors.reduce(
          (sum, { points }) => sum + (points ?? 0),
          risk.base + risk.cap,
        );
        if (risk.score === undefined)
          expect(states.every((state) => state === "unknown")).toBe(true);
        else expect(parts).toBe(risk.score);
        const worse = dealRisk(
          build(states.map((state, at) => (at === changed ? "worst" : state))),
          settings,
          evidence,
        );
        expect(worse.score).toBeGreaterThanOrEqual(risk.score ?? 0);
      }),
    );
  });
});
