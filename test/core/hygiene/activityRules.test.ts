import { describe, expect, it } from "vitest";
import { activityRules } from "../../../src/core/hygiene/activityRules.ts";
import { asOf } from "../../reports/company.ts";
import { findIn } from "./ruleCase.ts";

const find = (id: string, deal: object, change = {}) => findIn(activityRules, id, deal, change);
const silent = (days: number) => ({ lastActivity: asOf - days });

describe("activity rules", () => {
  it("old and without activity: more than 120 days and more than 30", () => {
    const old = { createdDate: asOf - 121 };
    expect(find("close_out", { ...old, ...silent(31) })).toBeDefined();
    expect(find("close_out", { ...old, ...silent(30) })).toBeUndefined();
    expect(find("close_out", { createdDate: asOf - 120, ...silent(31) })).toBeUndefined();
  });

  it("likely lost: more than 90 days silent and close date more than 30 days ago", () => {
    expect(find("likely_lost", { closeDate: asOf - 31, ...silent(91) })).toBeDefined();
    expect(find("likely_lost", { closeDate: asOf - 30, ...silent(91) })).toBeUndefined();
    expect(find("likely_lost", { closeDate: asOf - 31, ...silent(90) })).toBeUndefined();
    expect(find("likely_lost", silent(91))).toBeUndefined();
  });

  it("low activity from 21 days, a week of silence from 7 to 20, never both", () => {
    for (let days = 0; days < 40; days++) {
      const low = find("low_activity", silent(days)) !== undefined;
      const week = find("silence", silent(days)) !== undefined;
      expect([low, week]).toEqual([days >= 21, days >= 7 && days < 21]);
    }
    expect(find("low_activity", {})).toBeUndefined();
    expect(find("low_activity", { stage: "Closed Lost", ...silent(99) })).toBeUndefined();
  });

  it("an overdue task", () => {
    expect(find("overdue_task", { hasOverdueTask: true })).toBeDefined();
    expect(find("overdue_task", { hasOverdueTask: false })).toBeUndefined();
  });
});
