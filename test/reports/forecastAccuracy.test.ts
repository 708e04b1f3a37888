import { describe, expect, it } from "vitest";
import { dayFromParts } from "../../src/core/calendar/day.ts";
import { periodFromLabel } from "../../src/core/calendar/period.ts";
import { forecastAccuracy } from "../../src/reports/forecastAccuracy.ts";
import type { Report } from "../../src/reports/report.ts";
import { defaultSettings } from "../../src/settings/defaultSettings.ts";
import type { Tables } from "../../src/tables/tables.ts";
import { mavenCrm, salesWave, tableOf } from "./dataSets.ts";
import { figuresOf } from "./figuresOf.ts";

const AS_OF = dayFromParts(2025, 2, 10);

const build = (tables: Tables, label = "2025-Q1", asOf = AS_OF): Report =>
  forecastAccuracy.build({
    tables,
    settings: defaultSettings,
    asOf,
    period: periodFromLabel(label, defaultSettings.calendar),
  });
const table = (report: Report, id: string) =>
  report.sections.find((section) => section.id === id)?.table;

/** Eight quarters of 2023 and 2024 alike: two deals of 100 created before, due and decided on the last day, one of them won. */
function steadyTables(): Tables {
  const quarters = Array.from({ length: 8 }, (_, at) => ({
    from: dayFromParts(2023, 1 + 3 * at, 1),
    to: dayFromParts(2023, 4 + 3 * at, 0),
  }));
  const deals = quarters.flatMap(({ from, to }, quarter) =>
    [true, false].map((isWon) => ({
      opportunityId: `${quarter} ${isWon}`,
      owner: isWon ? "Ann" : "Bob",
      stage: isWon ? "Closed Won" : "Closed Lost",
      amount: 100,
      createdDate: from - 40,
      closeDate: to,
    })),
  );
  const changes = deals.flatMap(({ opportunityId, createdDate, closeDate, stage, amount }) => [
    {
      opportunityId,
      changedAt: createdDate,
      toValue: "Proposal",
      amount,
      closeDate,
      probability: 0.75,
    },
    {
      opportunityId,
      changedAt: closeDate,
      fromValue: "Proposal",
      toValue: stage,
      amount,
      closeDate,
    },
  ]);
  return { opportunities: tableOf(deals), opportunityHistory: tableOf(changes) };
}

/** Eight quarters that bring 80, 120, 80, 120 … evenly, day by day, from deals of which nobody had heard before. */
function twoMethods(): Tables {
  const deals = Array.from({ length: 8 }, (_, quarter) => {
    const from = dayFromParts(2023, 1 + 3 * quarter, 1);
    return Array.from({ length: 9 }, (_deal, at) => ({
      opportunityId: `${quarter} ${at}`,
      owner: "Ann",
      stage: "Closed Won",
      amount: (quarter % 2 === 0 ? 80 : 120) / 9,
      createdDate: from + 10 * at,
      closeDate: from + 10 * at + 5,
    }));
  }).flat();
  const changes = deals.flatMap(({ opportunityId, createdDate, closeDate, stage, amount }) => [
    { opportunityId, changedAt: createdDate, toValue: "Proposal", amount, closeDate },
    { opportunityId, changedAt: closeDate, fromValue: "Proposal", toValue: stage, amount },
  ]);
  return { opportunities: tableOf(deals), opportunityHistory: tableOf(changes) };
}

describe("forecast accuracy", () => {
  const report = build(steadyTables());

  it("is as worked out by hand where every quarter is alike", () => {
    const found = figuresOf(report);
    // 0.75 x 200 = 150 forecast and 100 came in every quarter
    expect(found.error_weighted).toBeCloseTo(0.5, 12);
    expect(found.bias_weighted).toBeCloseTo(0.5, 12);
    expect(found.error_naive).toBe(0);
    expect(found.periods).toBe(8);
    const periods = table(report, "periods")?.rows ?? [];
    expect(periods).toHaveLength(8);
    for (const { cells } of periods) expect(cells).toMatchObject({ actual: 100, weighted: 150 });
  });

  it("names the method to trust at all days left together, not at one alone", () => {
    const months = build(twoMethods(), "2025-Q1");
    const found = figuresOf(months);
    const shares = new Map(
      (table(months, "horizons")?.rows ?? []).map(({ key, cells }) => [
        key,
        [cells.d90, cells.d60, cells.d30, cells.d7].map(Number),
      ]),
    );
    // The run rate is right at the end alone; the mean of three quarters is about right all along.
    expect(shares.get("pace")?.[3]).toBeLessThan(shares.get("average")?.[3] ?? 0);
    expect(shares.get("pace")?.[0]).toBeGreaterThan(shares.get("average")?.[0] ?? 1);
    expect(found.trusted_method).not.toBe("Run rate");
    expect(months.answer).toContain(
      `The method to trust here is ${found.trusted_method}: 90 to 7 days`,
    );
  });

  it("says how the ensemble did in the quarters that had earlier ones to learn from", () => {
    expect(report.notes.join("\n")).toMatch(
      /counts against every method that learns: in the 6 quarters that came after, the learned ensemble missed by \d/,
    );
  });

  it("forecasts the present quarter by every method from the same point of earlier ones", () => {
    // Nothing is open or won in the present quarter; those before it brought 100 each
    const today = table(report, "today")?.rows.find(({ key }) => key === "average");
    expect(today?.cells).toMatchObject({ forecast: 100, error: 0 });
    const found = figuresOf(report);
    expect(found.ensemble_low).toBeLessThanOrEqual(Number(found.ensemble_now));
    expect(found.ensemble_high).toBeGreaterThanOrEqual(Number(found.ensemble_now));
  });

  it("tells why, adding up to what came less what was forecast", () => {
    const causes = table(report, "causes");
    const all = (cause: string) => causes?.rows.find(({ key }) => key === cause)?.cells.all;
    // Eight quarters: a quarter of 100 more from each that was won, 75 less from each that was lost
    expect([all("won beyond forecast"), all("lost")]).toEqual([200, -600]);
    expect(causes?.total?.cells.all).toBe(-400);
    expect(report.checks[0]?.value).toBe(0);
  });

  it("holds each person's call to what that person and everybody below brought", () => {
    const submitted = (rep: string, period: string, asOf: number, amount: number) => ({
      submissionId: `${rep} ${asOf}`,
      rep,
      period,
      asOf,
      amount,
    });
    const day = (month: number, date: number) => dayFromParts(2024, month, date);
    const tables: Tables = {
      ...steadyTables(),
      reps: tableOf([
        { repId: "1", name: "Ann", manager: "3" },
        { repId: "2", name: "Bob", manager: "3" },
        { repId: "3", name: "Mia" },
      ]),
      forecastSubmissions: tableOf([
        // Of the second quarter Ann called 100, then 130; what she called in its last month comes too late.
        submitted("Ann", "2024-Q2", day(4, 8), 100),
        submitted("Ann", "2024-Q2", day(5, 20), 130),
        submitted("Ann", "2024-Q2", day(6, 20), 100),
        submitted("Ann", "2024-Q3", day(8, 5), 90),
        submitted("Mia", "2024-Q3", day(8, 6), 120),
        submitted("Bob", "2025-Q1", dayFromParts(2025, 1, 6), 50),
      ]),
    };
    const rows = table(build(tables), "calls")?.rows.map(({ cells }) => [
      cells.name,
      cells.periods,
      cells.forecast,
      cells.actual,
      Number(cells.error).toFixed(3),
    ]);
    // Ann won 100 in each quarter: off by 30 and 10 of 200; Mia stands for both, who brought 100.
    expect(rows).toEqual([
      ["Ann", 2, 220, 200, "0.200"],
      ["Mia", 1, 120, 100, "0.200"],
    ]);
    expect(table(report, "calls")).toBeUndefined();
  });

  it("says by owner who brings less than the pipeline says", () => {
    const owners = table(report, "owners")?.rows.map(({ cells }) => [
      cells.name,
      cells.forecast,
      cells.actual,
      cells.lean,
    ]);
    expect(owners).toEqual([
      ["Ann", 600, 800, "too low"],
      ["Bob", 600, 0, undefined],
    ]);
  });

  it("tries only past totals, and says so, without a history", () => {
    const { opportunities } = steadyTables();
    const bare = build({ opportunities });
    expect(bare.answer).toMatch(/^Nothing tells how deals stood on past days/);
    expect(bare.answer).not.toContain("undefined");
    expect(bare.answer).toMatch(/ Import the opportunity history/);
    expect(figuresOf(bare).error_weighted).toBeUndefined();
    expect(table(bare, "methods")?.rows.map(({ key }) => key)).toContain("average");
    expect(table(bare, "causes")?.rows).toEqual([]);
    // What was won by the day is not what anybody forecast.
    expect(table(bare, "owners")?.rows).toEqual([]);
  });

  it("says what is missing when no period is over", () => {
    const early = build(steadyTables(), "2023-Q1", dayFromParts(2023, 2, 1));
    expect(early.answer).toMatch(/^No quarter that is over can be forecast again/);
    expect(build({}).answer).toMatch(/^There are no deals yet/);
  });

  it("knows nothing, which is not zero, where won deals have no close date", () => {
    const { opportunities, ...rest } = steadyTables();
    const undated = tableOf((opportunities?.rows ?? []).map(({ closeDate: _, ...deal }) => deal));
    const report = build({ ...rest, opportunities: undated });
    expect(report.answer).toMatch(/^No period can be forecast again, because no won deal has/);
    expect(figuresOf(report).ensemble_now).toBeUndefined();
    expect(table(report, "today")?.rows).toEqual([]);
    expect(table(report, "periods")?.rows).toEqual([]);
  });

  it("goes by months when the period is a month", () => {
    const months = build(steadyTables(), "2025-02");
    expect(months.answer).toMatch(/12 months|months/);
    expect(figuresOf(months).periods).toBe(12);
  });
});

describe.skipIf(!process.env.REVOPS_DATA)("forecast accuracy on outside data", () => {
  it("tries every method on the quarters of a demo company with history", () => {
    const report = build(salesWave(), "2017-Q2", dayFromParts(2017, 6, 1));
    const found = figuresOf(report);
    expect(found.periods).toBe(7);
    for (const name of ["error_ensemble", "error_weighted", "error_naive"]) {
      expect(found[name]).toBeGreaterThan(0);
      expect(found[name]).toBeLessThan(1);
    }
    expect(table(report, "methods")?.rows.length).toBeGreaterThan(12);
    expect(report.checks[0]?.value).toBe(0);
  });

  it("tries only past totals on a company without one", () => {
    const report = build(mavenCrm(), "2017-Q4", dayFromParts(2017, 12, 31));
    expect(report.answer).toMatch(/^Nothing tells how deals stood/);
  });
});
