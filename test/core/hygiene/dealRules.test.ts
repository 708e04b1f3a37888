import { describe, expect, it } from "vitest";
import { dealRules } from "../../../src/core/hygiene/dealRules.ts";
import { settings } from "../../reports/company.ts";
import { findIn } from "./ruleCase.ts";

describe("dealRules", () => {
  it("have ids of their own, and conditions that name a threshold from the settings", () => {
    const ids = dealRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const limits = {
      ...settings.options,
      inactiveDays: 77,
      pushLimit: 5,
      closeAgeDays: 222,
      closeInactiveDays: 44,
    };
    const words = dealRules.map(({ condition }) => condition(limits)).join("\n");
    for (const limit of ["77", "5 times", "222", "44"]) expect(words).toContain(limit);
  });

  it("fit one line of a report: conditions up to 88 characters, labels up to 42", () => {
    for (const { label, condition } of dealRules) {
      expect(label.length).toBeLessThanOrEqual(42);
      expect(condition(settings.options).length, label).toBeLessThanOrEqual(88);
    }
  });

  it("say nothing about a gone deal", () => {
    for (const { id } of dealRules) {
      if (id.startsWith("created") || id.startsWith("closed_before")) continue;
      expect(
        findIn(dealRules, id, { goneSince: 1, hasOverdueTask: true, pushCount: 9 }),
        id,
      ).toBeUndefined();
    }
  });
});
