import { describe, expect, it } from "vitest";
import type { HygieneContext } from "../../../src/core/hygiene/rule.ts";
import { stageRules } from "../../../src/core/hygiene/stageRules.ts";
import { asOf } from "../../reports/company.ts";
import { findIn } from "./ruleCase.ts";

const find = (id: string, deal: object) => findIn(stageRules, id, deal);

describe("stage rules", () => {
  it("a stage that the settings do not know", () => {
    expect(find("unknown_stage", { stage: "Wooing" })).toBe("Unknown: Wooing");
    expect(find("unknown_stage", { stage: "proposal" })).toBeUndefined();
    expect(find("unknown_stage", { stage: undefined })).toBeUndefined();
  });

  it("a flag that contradicts the stage", () => {
    expect(find("stage_conflict", { stage: "Closed Won", isClosed: false })).toBe(
      "Flag open, stage won",
    );
    expect(find("stage_conflict", { stage: "Closed Won", isClosed: true })).toBeUndefined();
  });

  it("no flag where the CRM keeps won and lost apart from the stage", () => {
    const rule = stageRules.find(({ id }) => id === "stage_conflict");
    const context = { has: () => true, keepsStatusApart: false } as unknown as HygieneContext;
    expect(rule?.lacks(context)).toBeUndefined();
    expect(rule?.lacks({ ...context, keepsStatusApart: true })).toContain("apart from the stage");
  });

  it("a probability of 0 or 100 % or more than 30 points off", () => {
    // Proposal stands at 50 %.
    expect(find("probability_mismatch", { probability: 0.8 })).toBeUndefined();
    expect(find("probability_mismatch", { probability: 0.81 })).toBe("81 %, stage 50 %");
    expect(find("probability_mismatch", { probability: 0.2 })).toBeUndefined();
    expect(find("probability_mismatch", { probability: 1 })).toBe("Open at 100 %");
    expect(find("probability_mismatch", { probability: 0 })).toBe("Open at 0 %");
    expect(find("probability_mismatch", { stage: "Closed Won", probability: 1 })).toBeUndefined();
  });

  it("longer in the stage than twice its benchmark of 10 days", () => {
    expect(find("stale_stage", { stageEntered: asOf - 20 })).toBeUndefined();
    expect(find("stale_stage", { stageEntered: asOf - 21 })).toBe("21 days, limit 20");
    expect(find("stale_stage", { stage: "Review", stageEntered: asOf - 999 })).toBeUndefined();
  });

  it("says what it lacks to tell who is too long in a stage", () => {
    const rule = stageRules.find(({ id }) => id === "stale_stage");
    const known = { knowsStageEntry: true, knowsBenchmarks: true } as HygieneContext;
    expect(rule?.lacks(known)).toBeUndefined();
    expect(rule?.lacks({ ...known, knowsStageEntry: false })).toContain("no history of stages");
    expect(rule?.lacks({ ...known, knowsBenchmarks: false })).toContain("Benchmark days");
  });
});
