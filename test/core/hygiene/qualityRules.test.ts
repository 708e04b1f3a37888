import { describe, expect, it } from "vitest";
import { standDeals } from "../../../src/core/deals/standing.ts";
import { type QualityContext, qualityRules } from "../../../src/core/hygiene/qualityRules.ts";
import { asOf, on, settings } from "../../reports/company.ts";

const MOVES = { next: 1, skips: 0, regressions: 0, reopened: 0 };

function find(id: string, deal: object, more: Partial<QualityContext> = {}) {
  const rule = qualityRules.find((one) => one.id === id);
  const usual = { opportunityId: "1", stage: "Proposal", amount: 10, currency: "USD" };
  const [standing] = standDeals([{ ...usual, ...deal }], settings, asOf).deals;
  const context = { asOf, limits: settings.options, stageMoves: () => MOVES, ...more };
  if (rule === undefined || standing === undefined) throw new Error(`no rule ${id}`);
  return rule.find(standing, context as unknown as QualityContext);
}

describe("further rules", () => {
  it("tell what the way through the stages shows, of open deals alone", () => {
    const moves = { stageMoves: () => ({ next: 0, skips: 2, regressions: 1, reopened: 1 }) };
    expect(find("stage_skipped", {}, moves)).toBe("Left out stages 2 times");
    expect(find("stage_regressed", {}, moves)).toBe("Moved back 1 time");
    expect(find("reopened", {}, moves)).toBe("Reopened 1 time");
    expect(find("stage_skipped", { stage: "Closed Won" }, moves)).toBeUndefined();
    for (const id of ["stage_skipped", "stage_regressed", "reopened"]) {
      expect(find(id, {})).toBeUndefined();
      expect(find(id, {}, { stageMoves: () => undefined })).toBeUndefined();
    }
  });

  it("ask for a currency and a rate where there is an amount", () => {
    expect(find("no_currency", { currency: undefined })).toBe("No currency");
    expect(find("no_currency", { currency: undefined, amount: undefined })).toBeUndefined();
    // The small company has rates for the euro alone.
    expect(find("no_rate", { currency: "GBP" })).toBe("No rate: GBP");
    expect(find("no_rate", { currency: "EUR" })).toBeUndefined();
  });

  it("find dates that cannot be", () => {
    expect(find("far_close_date", { closeDate: asOf + 1095 })).toBeUndefined();
    expect(find("far_close_date", { closeDate: on("2062-06-01") })).toBe("Closes on 2062-06-01");
    const limits = { ...settings.options, rules: new Map([["far_close_date", 10]]) };
    expect(find("far_close_date", { closeDate: on("2026-05-26") }, { limits })).toBe(
      "Closes on 2026-05-26",
    );
    const created = { createdDate: on("2026-05-02") };
    expect(find("stage_before_created", { ...created, stageEntered: on("2026-05-01") })).toBe(
      "Stage changed on 2026-05-01",
    );
    expect(
      find("stage_before_created", { ...created, stageEntered: on("2026-05-02") }),
    ).toBeUndefined();
    expect(find("activity_in_future", { lastActivity: on("2026-05-16") })).toBe(
      "Activity on 2026-05-16",
    );
    expect(find("activity_in_future", { lastActivity: asOf + 0.5 })).toBeUndefined();
  });

  it("say what they lack", () => {
    const none = { has: () => false, knowsStageMoves: false, namesCurrency: false };
    for (const { lacks } of qualityRules)
      expect(lacks(none as unknown as QualityContext)).toBeTruthy();
    const all = { has: () => true, knowsStageMoves: true, namesCurrency: true };
    for (const { lacks } of qualityRules)
      expect(lacks(all as unknown as QualityContext)).toBeUndefined();
  });
});
