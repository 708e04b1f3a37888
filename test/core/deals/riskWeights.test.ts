import { expect, it } from "vitest";
import { dealRisk } from "../../../src/core/deals/dealRisk.ts";
import type { RiskFactor, RiskSettings, RiskWeight } from "../../../src/core/deals/risk.ts";
import { riskWeights, weightWords } from "../../../src/core/deals/riskWeights.ts";

const factor: RiskFactor = {
  id: "competitor",
  points: 20,
  limit: undefined,
  dimension: "competitive",
  action: "Prove it",
  ownerRole: "Manager",
  windowDays: 7,
};
const row = (stage: string, segment: string, points: number | undefined): RiskWeight => ({
  id: "competitor",
  stage,
  segment,
  points,
  limit: undefined,
  action: "",
  ownerRole: "",
  windowDays: undefined,
});
const settings = (weights: readonly RiskWeight[]): RiskSettings => ({
  base: 20,
  cap: 100,
  mediumFrom: 40,
  highFrom: 65,
  lowRate: 0.8,
  mediumRate: 0.6,
  highRate: 0.4,
  factors: [factor, { ...factor, id: "age", points: 25 }],
  weights,
});
const score = (
  weights: readonly RiskWeight[],
  deal: { stage?: string; segment?: string },
  stageName?: string,
) =>
  dealRisk({ opportunityId: "1", competitor: "Rival", ...deal }, settings(weights), {
    asOf: 100,
    benchmarkDays: undefined,
    stageName,
  });

it("counts a factor by the deal's stage, as the record or the settings spell it, else in general", () => {
  const weights = [row("Negotiation", "", 35)];
  // 20 and 35; 20 and 20.
  expect(score(weights, { stage: "negotiation " }).score).toBe(55);
  expect(score(weights, { stage: "Contract sent" }, "Negotiation").score).toBe(55);
  expect(score(weights, { stage: "Proposal" }).score).toBe(40);
  expect(score(weights, {}).score).toBe(40);
  expect(score([], { stage: "Negotiation" }).score).toBe(40);
});

it("prefers stage and segment together, then the stage, then the segment, then the earlier row", () => {
  const weights = [
    row("", "SMB", 1),
    row("Close", "", 2),
    row("Close", "SMB", 3),
    row("Close", "", 4),
  ];
  const chosen = (stage: string, segment: string) =>
    riskWeights(settings(weights), { stage, segment }, undefined).get("competitor")?.points;
  expect(chosen("Close", "smb")).toBe(3);
  expect(chosen("Close", "Enterprise")).toBe(2);
  expect(chosen("Proposal", "SMB")).toBe(1);
  expect(chosen("Proposal", "Enterprise")).toBeUndefined();
});

it("takes what a row leaves blank from the general factor, and 0 switches it off there", () => {
  const [own] = score([row("Close", "", undefined)], { stage: "Close" }).factors;
  expect(own?.factor).toEqual(factor);
  expect(own?.weight?.stage).toBe("Close");
  expect(score([row("Close", "", 0)], { stage: "Close" }).score).toBe(20);
});

it("adds up from its parts whatever the weights", () => {
  for (const points of [0, 13, 90]) {
    const risk = score([row("Close", "", points)], { stage: "Close" });
    const parts = risk.factors.reduce((sum, one) => sum + (one.points ?? 0), risk.base + risk.cap);
    expect(parts).toBe(risk.score);
    expect(risk.score).toBe(Math.min(100, 20 + points));
  }
});

it("says whose weight it is", () => {
  expect(weightWords(row("Close", "SMB", 3))).toBe("in Close of SMB");
  expect(weightWords(row("", "SMB", 3))).toBe("of SMB");
});
