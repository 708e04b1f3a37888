import { describe, expect, it } from "vitest";
import { dayFromParts } from "../../src/core/calendar/day.ts";
import { periodFromLabel } from "../../src/core/calendar/period.ts";
import { calibration } from "../../src/reports/calibration.ts";
import type { Report } from "../../src/reports/report.ts";
import { defaultSettings } from "../../src/settings/defaultSettings.ts";
import type { Tables } from "../../src/tables/tables.ts";
import { mavenCrm, salesWave, tableOf } from "./dataSets.ts";
import { figuresOf } from "./figuresOf.ts";

const build = (tables: Tables, asOf = dayFromParts(2025, 2, 10)): Report =>
  calibration.build({
    tables,
    settings: defaultSettings,
    asOf,
    period: periodFromLabel("2025-Q1", defaultSettings.calendar),
  });
const rowsOf = (report: Report, id: string) =>
  report.sections.find((section) => section.id === id)?.table?.rows ?? [];

/** So many deals that came in at 50 %, of which so many were won; one more is still open. */
function company(count: number, won: number): Tables {
  const start = dayFromParts(2024, 1, 1);
  const deals = Array.from({ length: count + 1 }, (_, at) => ({
    opportunityId: `${at}`,
    stage: at === count ? "Proposal" : at < won ? "Closed Won" : "Closed Lost",
    amount: 100,
    createdDate: start,
    closeDate: start + 60,
  }));
  const changes = deals.flatMap(({ opportunityId, stage, closeDate }) => [
    { opportunityId, changedAt: start, toValue: "Proposal", probability: 0.5, closeDate },
    ...(stage === "Proposal"
      ? []
      : [{ opportunityId, changedAt: closeDate, fromValue: "Proposal", toValue: stage }]),
  ]);
  return { opportunities: tableOf(deals), opportunityHistory: tableOf(changes) };
}

describe("calibration", () => {
  it("is as worked out by hand", () => {
    const report = build(company(100, 25));
    const found = figuresOf(report);
    expect(found).toMatchObject({ given: 0.5, won: 0.25, calibration_error: 0.25, decided: 100 });
    expect(found.brier).toBeCloseTo(0.25, 12);
    // Uncertainty 0.25 x 0.75
    expect(found.skill).toBeCloseTo(1 - 0.25 / 0.1875, 12);
    expect(report.answer).toMatch(/^Probabilities are 25 points too high in total/);
    // sqrt(2 / pi) x 0.05
    expect(report.answer).toContain("far more than the 4 points that chance alone explains");
    expect(rowsOf(report, "stages")[0]?.cells).toMatchObject({
      deals: 100,
      open: 1,
      verdict: "too high",
    });
    expect(report.checks[0]?.value).toBe(0);
  });

  it("calls fair what chance explains", () => {
    const report = build(company(100, 48));
    expect(rowsOf(report, "bins")[0]?.cells.verdict).toBe("fair");
    expect(report.sections.find(({ id }) => id === "findings")?.findings).toEqual([]);
  });

  it("judges nobody on a few deals, and says so", () => {
    const report = build(company(10, 1));
    expect(report.answer).toMatch(/^Too few to judge: 10 stage entries/);
    expect(report.sections.find(({ id }) => id === "findings")?.findings).toEqual([]);
  });

  it("says what is missing without a history or a decided deal", () => {
    const { opportunities } = company(30, 10);
    expect(build({ opportunities }).answer).toMatch(/^Nothing tells which stages 30 closed deals/);
    const { opportunityHistory } = company(30, 10);
    const unknown = opportunityHistory?.rows.map(({ probability: _, ...row }) => ({
      ...row,
      toValue: row.toValue === "Proposal" ? "Chat" : row.toValue,
    }));
    const unrated = build({ opportunities, opportunityHistory: tableOf(unknown ?? []) });
    expect(unrated.answer).toMatch(/^The stages that 30 closed deals went through have no prob/);
    expect(build(company(0, 0)).answer).toMatch(/^No deal is over yet/);
    expect(build({}).answer).toMatch(/^There are no deals yet/);
  });
});

describe.skipIf(!process.env.REVOPS_DATA)("calibration on outside data", () => {
  it("finds that a history made without regard to outcomes tells deals apart by nothing", () => {
    const report = build(salesWave(), dayFromParts(2017, 6, 1));
    // The data set's notes: 23.6 % of closed deals are won, whatever their history
    for (const { cells } of rowsOf(report, "stages"))
      expect(Math.abs(Number(cells.won) - 0.236)).toBeLessThan(0.02);
    expect(figuresOf(report).skill).toBeLessThan(0);
  });

  it("says plainly that a company without a history allows none", () => {
    expect(build(mavenCrm(), dayFromParts(2017, 12, 31)).answer).toMatch(/^Nothing tells/);
  });
});
