import { describe, expect, it } from "vitest";
import type { Deal } from "../../../src/core/deals/deal.ts";
import type { RiskFactorId } from "../../../src/core/deals/risk.ts";
import { riskFactorPresent } from "../../../src/core/deals/riskFactor.ts";

const judge = (id: RiskFactorId, deal: Partial<Deal>, asOf?: number, benchmarkDays?: number) =>
  riskFactorPresent(id, { opportunityId: "1", ...deal }, { asOf, benchmarkDays }, undefined);

describe("riskFactorPresent", () => {
  it.each<[RiskFactorId, Partial<Deal>, Partial<Deal>]>([
    ["economicBuyer", { economicBuyerMet: false }, { economicBuyerMet: true }],
    ["championLeft", { championLeft: true }, { championLeft: false }],
    ["competitor", { competitor: "Rival" }, { competitor: "None" }],
    ["activityDown", { activityChange: -0.61 }, { activityChange: -0.6 }],
    ["discount", { discountPct: 0.151 }, { discountPct: 0.15 }],
    ["discount", { listAmount: 100, amount: 80 }, { listAmount: 100, amount: 85 }],
    ["technicalConcern", { pocIssue: true }, { pocIssue: false }],
    ["contacts", { contactCount: 2 }, { contactCount: 3 }],
    ["budget", { budgetConfirmed: false }, { budgetConfirmed: true }],
  ])("tells %s", (id, present, absent) => {
    expect(judge(id, present)).toBe(true);
    expect(judge(id, absent)).toBe(false);
    expect(judge(id, {})).toBeUndefined();
  });

  it("needs an as-of day for what depends on time; limits are strict", () => {
    expect(judge("age", { createdDate: 0 }, 91)).toBe(true);
    expect(judge("age", { createdDate: 0 }, 90)).toBe(false);
    expect(judge("age", { createdDate: 0 })).toBeUndefined();
    expect(judge("stageTime", { stageEntered: 0 }, 16, 10)).toBe(true);
    expect(judge("stageTime", { stageEntered: 0 }, 15, 10)).toBe(false);
    expect(judge("stageTime", { stageEntered: 0 }, 15)).toBeUndefined();
    expect(judge("stageTime", { stageEntered: 0 }, undefined, 10)).toBeUndefined();
  });

  it("takes the limit of the settings", () => {
    const deal = { opportunityId: "1", contactCount: 3 };
    expect(
      riskFactorPresent("contacts", deal, { asOf: undefined, benchmarkDays: undefined }, 5),
    ).toBe(true);
  });
});
