import fc from "fast-check";
import { expect, it } from "vitest";
import type { Deal } from "../../../src/core/deals/deal.ts";
import { dealRisk } from "../../../src/core/deals/dealRisk.ts";
import { topRiskFactors } from "../../../src/core/deals/topRiskFactors.ts";
import { defaultSettings } from "../../../src/settings/defaultSettings.ts";

const settings = defaultSettings.risk;
const evidence = { asOf: undefined, benchmarkDays: undefined };

it("lists the factors that are present, the heaviest first, with what remains without each", () => {
  const deal: Deal = {
    opportunityId: "1",
    contactCount: 1,
    economicBuyerMet: false,
    pocIssue: false,
  };
  const top = topRiskFactors(dealRisk(deal, settings, evidence));
  // 20 + 30 + 10.
  expect(top.map(({ factor, points, without }) => [factor.id, points, without])).toEqual([
    ["economicBuyer", 30, 30],
    ["contacts", 10, 50],
  ]);
});

it("gives the score that the deal has once its fact is mended", () => {
  const wrong: Partial<Deal> = {
    economicBuyerMet: false,
    championLeft: true,
    competitor: "Rival",
    activityChange: -0.9,
    discountPct: 0.4,
    pocIssue: true,
    contactCount: 1,
    budgetConfirmed: false,
  };
  const mended: Partial<Record<string, Partial<Deal>>> = {
    economicBuyer: { economicBuyerMet: true },
    championLeft: { championLeft: false },
    competitor: { competitor: "None" },
    activityDown: { activityChange: 0 },
    discount: { discountPct: 0 },
    technicalConcern: { pocIssue: false },
    contacts: { contactCount: 9 },
    budget: { budgetConfirmed: true },
  };
  fc.assert(
    fc.property(fc.subarray(Object.keys(wrong), { minLength: 1 }), (fields) => {
      const deal: Deal = {
        opportunityId: "1",
        ...Object.fromEntries(Object.entries(wrong).filter(([field]) => fields.includes(field))),
      };
      for (const { factor, without } of topRiskFactors(dealRisk(deal, settings, evidence))) {
        const other = dealRisk({ ...deal, ...mended[factor.id] }, settings, evidence);
        expect(without).toBe(other.score);
      }
    }),
  );
});

it("says nothing of a deal without a score", () => {
  expect(topRiskFactors(dealRisk({ opportunityId: "1" }, settings, evidence))).toEqual([]);
});
