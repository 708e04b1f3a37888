import { expect, it } from "vitest";
import { dealRisk } from "../../../src/core/deals/dealRisk.ts";
import { fittedRisk, type RiskModel } from "../../../src/core/deals/riskModel.ts";
import { risk as subject } from "../../../src/settings/risk.ts";

it("takes an unknown factor as in the average deal", () => {
  const model: RiskModel = {
    version: 1,
    trainedAsOf: 0,
    intercept: -0.5,
    deals: 10,
    lost: 4,
    coefficients: [
      { id: "championLeft", coefficient: 1, low: 0, high: 2, mean: 0.2, prior: 1, deals: 10 },
    ],
  };
  const scored = (championLeft: boolean) =>
    fittedRisk(
      model,
      dealRisk({ opportunityId: "1", championLeft }, subject.defaults, {
        asOf: undefined,
        benchmarkDays: undefined,
      }),
    );
  // -0.5 + 1 x (1 - 0.2) and -0.5 - 0.2; all other factors are unknown.
  expect(scored(true).logOdds).toBeCloseTo(0.3, 12);
  expect(scored(false).logOdds).toBeCloseTo(-0.7, 12);
  expect(scored(true).parts.filter((part) => part !== undefined)).toHaveLength(1);
});
