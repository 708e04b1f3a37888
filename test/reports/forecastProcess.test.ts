import { describe, expect, it } from "vitest";
import type { DealOverride } from "../../src/core/deals/dealOverride.ts";
import type { ForecastSubmission } from "../../src/core/forecast/submission.ts";
import { forecast } from "../../src/reports/forecast.ts";
import { deals, on, request, settings } from "./company.ts";
import { tableOf } from "./dataSets.ts";
import { figuresOf } from "./figuresOf.ts";

const independent = { ...settings, options: { ...settings.options, dealCorrelation: 0 } };
const built = (change: Record<string, unknown> = {}) =>
  forecast.build(request({ settings: independent, tables: { ...request().tables, ...change } }));
const section = (report: ReturnType<typeof built>, wanted: string) =>
  report.sections.find(({ id }) => id === wanted);

describe("overrides in the forecast report", () => {
  const overrides: readonly DealOverride[] = [
    { opportunityId: "D06", amount: 100_000, reason: "Half the seats", by: "Ana Ruiz" },
    { opportunityId: "D08", closeDate: on("2026-06-01"), reason: "Back in talks" },
    { opportunityId: "D12", closeDate: on("2026-07-15"), reason: "Board meets in July" },
    { opportunityId: "D07", category: "Commit", reason: "Verbal yes", expires: on("2026-05-15") },
    { opportunityId: "D09", amount: 1, reason: "Ended", expires: on("2026-05-14") },
    { opportunityId: "D05", amount: 1e9, reason: "Lost already" },
  ];
  const report = built({ winOverrides: tableOf(overrides) });
  const table = section(report, "held")?.table;

  it("change the range, each by what it says, and no amount of the CRM", () => {
    // D06 200,000 to 100,000 at 80 %; D08 60,000 at 50 % comes in; D12 90,000 at 60 % goes out.
    const change = -80_000 + 30_000 - 54_000;
    expect(figuresOf(report).mean).toBeCloseTo(438_000 + change, 6);
    expect(figuresOf(report).override_effect).toBeCloseTo(change, 6);
    const { won, expected, weighted_open, open_pipeline } = figuresOf(built());
    expect(figuresOf(report)).toMatchObject({ won, expected, weighted_open, open_pipeline });
  });

  it("are shown apart, deal by deal, the largest change first, and add up", () => {
    const changes = table?.rows.map(({ key, cells }) => [key, cells.change, cells.by]);
    expect(changes).toEqual([
      ["D06", expect.closeTo(-80_000, 6), "Ana Ruiz"],
      ["D12", expect.closeTo(-54_000, 6), undefined],
      ["D08", expect.closeTo(30_000, 6), undefined],
      ["D07", 0, undefined],
    ]);
    expect(table?.rows[0]?.cells.what).toBe("Amount 200 k to 100 k");
    expect(table?.rows[2]?.cells.what).toBe("Close 2026-03-20 to 2026-06-01");
    expect(table?.rows[3]?.cells.what).toBe("Category Best Case to Commit");
    expect(table?.total?.cells.change).toBeCloseTo(-104_000, 6);
    expect(report.checks.find(({ id }) => id === "overrides_add_up")?.value).toBe(0);
    expect(section(report, "held")?.reading).toContain("104 k less on average");
    expect(section(report, "held")?.reading).toContain("counts until 2026-05-15");
  });

  it("are not spoken of where there are none", () => {
    expect(section(built(), "held")).toBeUndefined();
    expect(figuresOf(built())).not.toHaveProperty("override_effect");
  });

  it("never write to the deals", () => {
    const before = JSON.stringify(deals);
    built({ winOverrides: tableOf(overrides) });
    expect(JSON.stringify(deals)).toBe(before);
  });
});

describe("calls in the forecast report", () => {
  const call = (rep: string, day: string, amount: number, more = {}): ForecastSubmission => ({
    submissionId: `${rep} ${day}`,
    submittedAt: on(day) + 0.5,
    period: "2026-Q2",
    rep,
    amount,
    ...more,
  });
  const rows = [
    call("r1", "2026-05-04", 300_000),
    call("Ana Ruiz", "2026-05-12", 320_000, { note: "Sure one grew" }),
    call("r3", "2026-05-01", 100_000),
    call("Mia Stern", "2026-05-13", 290_000),
    call("r1", "2026-05-13", 280_000, { kind: "Manager", by: "Mia Stern" }),
    call("r2", "2026-05-16", 5),
    call("r2", "2026-05-01", 5, { period: "2026-Q3" }),
  ];
  const report = built({ forecastSubmissions: tableOf(rows) });
  const found = section(report, "calls");

  it("roll up over the managers with what the CRM says beside them", () => {
    const shown = found?.table?.rows.map(({ cells }) => [
      cells.name,
      cells.call,
      cells.change,
      cells.manager,
      cells.reports,
      cells.counts,
      cells.age,
    ]);
    // As of 15 May: Mia counts at her own 290,000, Nils at Cy's 100,000, Vera at both.
    expect(shown).toEqual([
      ["Vera Dahl", undefined, undefined, undefined, 390_000, 390_000, undefined],
      ["– Mia Stern", 290_000, undefined, undefined, 280_000, 290_000, 2],
      ["– – Ana Ruiz", 320_000, 20_000, 280_000, undefined, 280_000, 3],
      ["– Nils Berg", undefined, undefined, undefined, 100_000, 100_000, undefined],
      ["– – Cy Okafor", 100_000, undefined, undefined, undefined, 100_000, 14],
    ]);
    expect(found?.table?.total?.cells.counts).toBe(390_000);
    expect(found?.table?.more).toBe("1 person without a call");
    expect(found?.reading).toBe(
      "The calls roll up to USD 390 k; 3 of 6 people called; 1 of the calls is from before the last weekly round.",
    );
  });

  it("shows won and commit of the CRM beside a rep's call", () => {
    // Cy: EUR 50,000 won on 15 May at 1.2.
    const cy = found?.table?.rows.find(({ key }) => key === "r3");
    expect(cy?.cells.crm).toBeCloseTo(60_000, 6);
    // Ana: 100,000 won and the 200,000 of D06; whatever is below Mia and Nils is below Vera.
    const crm = (key: string) => found?.table?.rows.find((row) => row.key === key)?.cells.crm;
    expect(crm("r1")).toBeCloseTo(300_000, 6);
    expect(crm("v1")).toBe(Number(crm("m1")) + Number(crm("m2")));
  });

  it("stand among the methods", () => {
    const methods = section(report, "methods")?.table?.rows ?? [];
    expect(methods.find(({ key }) => key === "calls")?.cells.amount).toBe(390_000);
    const without = section(built(), "methods")?.table?.rows ?? [];
    expect(without.map(({ key }) => key)).not.toContain("calls");
  });

  it("is left out where nobody has called the period", () => {
    expect(section(built(), "calls")).toBeUndefined();
  });
});

describe("findings about the calls", () => {
  const call = (rep: string, amount: number, day = "2026-05-14"): ForecastSubmission => ({
    submissionId: `${rep}${day}`,
    rep,
    amount,
    period: "2026-Q2",
    asOf: on(day),
  });
  const found = (...calls: readonly ForecastSubmission[]) =>
    built({ forecastSubmissions: tableOf(calls) }).sections.flatMap(({ findings = [] }) =>
      findings.filter(({ id }) => id.startsWith("calls")),
    );
  const ids = (...calls: readonly ForecastSubmission[]) => found(...calls).map(({ id }) => id);

  it("name who has not called", () => {
    // Bo and, under Nils, Cy are silent; nobody below Nils has a number, so Nils has none either.
    const [first] = found(call("r1", 438_000)).filter(({ id }) => id === "calls_missing");
    expect(first?.what).toBe(
      "3 people of the team have not called the period: Nils Berg, Bo Lind and Cy Okafor.",
    );
  });

  it("are about calls from before the last round, by the weekday on which they are due", () => {
    // The 15th of May 2026 is a Friday; the last Monday is the 11th, its week began on the 5th.
    expect(ids(call("r1", 400_000, "2026-05-04"))).toContain("calls_old");
    expect(ids(call("r1", 400_000, "2026-05-05"))).not.toContain("calls_old");
  });

  it("are about managers who call otherwise than their reports, by more than a tenth", () => {
    const team = [call("r1", 200_000), call("r2", 100_000)];
    expect(ids(...team, call("m1", 330_001))).toContain("calls_apart");
    expect(ids(...team, call("m1", 330_000))).not.toContain("calls_apart");
  });

  it("are about a roll-up that the range does not hold, and by how much", () => {
    const { p10, p90 } = figuresOf(built());
    const outside = (amount: number) =>
      found(call("v1", amount)).find(({ id }) => id === "calls_outside");
    expect(outside(Number(p90) + 5)?.what).toMatch(/above the high end/);
    expect(outside(Number(p90) + 5)?.amount).toBeCloseTo(5, 6);
    expect(outside(Number(p10) - 7)?.amount).toBeCloseTo(7, 6);
    expect(outside(Number(p10))).toBeUndefined();
  });

  it("are not there without calls", () => {
    expect(found()).toEqual([]);
  });
});

describe("the middle estimate from forecast to forecast", () => {
  const log = (values: Readonly<Record<string, number>>, day = "2026-05-08") =>
    Object.entries(values).map(([figureId, value]) => ({
      runAt: on(day) + 0.5,
      report: "forecast",
      period: "2026-Q2",
      asOf: on(day),
      figureId,
      value,
      settingsHash: "",
    }));
  const overrides: readonly DealOverride[] = [
    { opportunityId: "D06", amount: 100_000, reason: "Half the seats" },
  ];
  const before = { expected: 400_000, mean: 390_000, p50: 410_000, override_effect: -10_000 };
  const report = built({
    winOverrides: tableOf(overrides),
    forecastLog: tableOf([...log(before), ...log({ expected: 1, mean: 2, p50: 3 }, "2026-05-01")]),
  });
  const { rows = [], total } = section(report, "middle")?.table ?? {};

  it("is told in parts that account for every unit of the change, overrides apart", () => {
    const { expected, p50, mean, override_effect, new_business = 0 } = figuresOf(report);
    const change = (key: string) => rows.find((row) => row.key === key)?.cells.change;
    expect(change("crm")).toBeCloseTo(Number(expected) - 400_000, 6);
    // 200,000 at 80 % held at 100,000: 80,000 less, of which 10,000 were there already.
    expect(override_effect).toBeCloseTo(-80_000, 6);
    expect(change("held")).toBeCloseTo(-70_000, 6);
    expect(change("lean")).toBeCloseTo(Number(p50) - Number(mean) - 20_000, 6);
    const sum = rows.reduce((all, { cells }) => all + Number(cells.change), 0);
    expect(sum).toBeCloseTo(Number(p50) - 410_000, 6);
    expect(total?.cells).toMatchObject({ before: 410_000, after: p50 });
    expect(Number(new_business)).toBeGreaterThanOrEqual(0);
    const checks = report.checks.filter(({ id }) => id.startsWith("middle"));
    expect(checks.map(({ value }) => value)).toEqual([0, 0]);
  });

  it("is not told where the last forecast had no range", () => {
    const lone = built({ forecastLog: tableOf(log({ expected: 400_000 })) });
    expect(section(lone, "middle")).toBeUndefined();
    expect(section(built(), "middle")).toBeUndefined();
  });
});

describe("the tests of a category in the forecast report", () => {
  const of = (change: Record<string, unknown> = {}) => built(change);
  const short = (report: ReturnType<typeof built>) =>
    section(report, "short")?.table?.rows.map(({ key, cells }) => [key, cells.short]);

  it("list the open deals of the period that fall short, Commit first", () => {
    // D06 (Commit) was pushed twice; D07 (Best Case) is overdue since 1 May and quiet since 10 April, 35 days; the
    // others of the period are Pipeline, or pass.
    expect(short(of())).toEqual([
      ["D06", "pushed 2 times, at most 1"],
      ["D07", "close date passed 14 days ago; 35 days quiet, at most 30"],
    ]);
    expect(section(of(), "short")?.reading).toBe(
      "1 of 1 Commit deal (100 % of the amount) falls short of the sheet Category tests.",
    );
    const finding = of().sections.flatMap(({ findings = [] }) => findings);
    const [found] = finding.filter(({ id }) => id === "category_tests");
    expect(found).toMatchObject({ severity: "medium", evidence: ["D06"], amount: 200_000 });
  });

  it("go by the category that a person holds", () => {
    const held: readonly DealOverride[] = [
      { opportunityId: "D06", category: "Pipeline", reason: "Not yet" },
    ];
    expect(short(of({ winOverrides: tableOf(held) }))?.map(([key]) => key)).toEqual(["D07"]);
  });

  it("are not spoken of where the sheet has none, or every deal passes", () => {
    const none = forecast.build(request({ settings: { ...settings, categoryTests: [] } }));
    expect(none.sections.some(({ id }) => id === "short")).toBe(false);
  });
});
