import { describe, expect, it } from "vitest";
import { periodOf } from "../../src/core/calendar/period.ts";
import { digestReport } from "../../src/reports/digest.ts";
import type { Finding, Report } from "../../src/reports/report.ts";
import { defaultSettings } from "../../src/settings/defaultSettings.ts";

const finding = (id: string, severity: Finding["severity"], matter?: string): Finding => ({
  id,
  severity,
  what: id,
  evidence: [],
  action: "Act",
  ...(matter !== undefined && { matter }),
});

const part = (name: string, findings: readonly Finding[]) => {
  const report: Report = {
    name,
    title: name,
    period: periodOf(60, "quarter", defaultSettings.calendar),
    asOf: 60,
    currency: "EUR",
    scope: "All owners",
    answer: "",
    figures: [],
    charts: [],
    sections: [{ id: "s", heading: "", reading: "", findings }],
    notes: [],
    checks: [],
  };
  return { title: name, report, since: undefined, before: new Map() };
};

describe("the digest", () => {
  it("lists what several reports find once, in the words of the gravest", () => {
    const forecast = part("forecast", [finding("short", "medium", "coverage")]);
    const review = part("review", [
      finding("generate", "high", "coverage"),
      finding("mix", "low"),
      finding("overdue", "medium", "overdue"),
    ]);
    const hygiene = part("hygiene", [finding("passed", "high", "overdue"), finding("mix", "low")]);
    const { sections } = digestReport([forecast, review, hygiene], { tables: {}, asOf: 60 });
    expect(sections[0]?.findings?.map(({ id }) => id)).toEqual([
      ...["review_generate", "hygiene_passed", "review_mix", "hygiene_mix"],
    ]);
  });
});
