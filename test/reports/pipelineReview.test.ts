import { describe, expect, it } from "vitest";
import { periodFromLabel } from "../../src/core/calendar/period.ts";
import type { DealChange } from "../../src/core/deals/deal.ts";
import { bottleneckReading } from "../../src/reports/pipelineReview/stageTables.ts";
import { pipelineReview } from "../../src/reports/pipelineReview.ts";
import type { Report } from "../../src/reports/report.ts";
import { defaultSettings } from "../../src/settings/defaultSettings.ts";
import { asOf, on, request } from "./company.ts";
import { day, salesWave, tableOf } from "./dataSets.ts";
import { figuresOf } from "./figuresOf.ts";
import { evaluate } from "./formulas.ts";

const rowsOf = (report: Report, id: string) =>
  report.sections.find(({ table }) => table?.id === id)?.table?.rows ?? [];
const cellsOf = (report: Report, id: string, key: string) =>
  rowsOf(report, id).find((row) => row.key === key)?.cells;

describe("the review of the small company", () => {
  const report = pipelineReview.build(request());

  it("has the figures worked out by hand", () => {
    // Open: D06 200, D07 80, D08 60, D09 100, D10 10, D11 20, D12 90, D13 500 and so on, as the hygiene report counts them.
    expect(figuresOf(report)).toMatchObject({ open: 1_070_000 });
    const { open, coverage, to_generate, open_in_period, won } = figuresOf(report);
    // Quota of the quarter: Ana 300,000, Bo 65 of the year's 261 working days of 1,200,000, Cy 250,000.
    const left = 550_000 + (1_200_000 * 65) / 261 - Number(won);
    expect(coverage).toBeCloseTo(Number(open_in_period) / left, 9);
    expect(to_generate).toBeCloseTo(Math.max(0, 3 * left - Number(open_in_period)), 6);
    expect(Number(open)).toBeGreaterThanOrEqual(Number(open_in_period));
  });

  it("adds up: score, stages, owners and ages, each check 0", () => {
    const score = rowsOf(report, "scorecard").reduce(
      (sum, { cells }) => sum + Number(cells.adds ?? 0),
      0,
    );
    expect(score).toBe(figuresOf(report).health);
    expect(report.checks.map(({ value }) => value)).toEqual([0, 0, 0, 0]);
    for (const { formula } of report.checks) expect(evaluate(formula ?? "", report)).toBe(0);
    for (const { formula, value, id } of report.figures)
      if (formula) expect([id, evaluate(formula, report)]).toEqual([id, value]);
  });

  it("tells what leaked out of the period's pipeline and which wins took unusually long", () => {
    const { leak, won, open_in_period } = figuresOf(report);
    const rows = request().tables.opportunities?.rows ?? [];
    const { period } = request();
    // The share that a plain filter of the rows gives, all amounts being in the home currency or restated by the book.
    const isLost = (stage = "") => /lost/i.test(stage);
    const lost = rows
      .filter(
        ({ stage, closeDate = 0 }) =>
          isLost(stage) && closeDate >= period.from && closeDate <= asOf,
      )
      .reduce((sum, { amount = 0 }) => sum + amount, 0);
    expect(lost).toBeGreaterThan(0);
    expect(leak).toBeCloseTo(lost / (lost + Number(won) + Number(open_in_period)), 9);
    const won20 = (last: number) =>
      Array.from({ length: 20 }, (_, at) => ({
        opportunityId: `W${at}`,
        stage: "Closed Won",
        amount: 10,
        createdDate: asOf - 10 - (at === 19 ? last : 30 + at),
        closeDate: asOf - 10,
      }));
    const { settings } = request();
    const slow = (last: number, outliersBy = settings.options.outliersBy) =>
      figuresOf(
        pipelineReview.build(
          request({
            tables: { ...request().tables, opportunities: tableOf(won20(last)) },
            settings: { ...settings, options: { ...settings.options, outliersBy } },
          }),
        ),
      ).slow_wins;
    expect([slow(49), slow(2000)]).toEqual([0, 1]);
    // 30 to 48 days and one more: quartiles 34.75 and 44.25, so the upper fence is 44.25 + 1.5 x 9.5 = 58.5.
    expect([slow(59), slow(58, "1.5 IQR"), slow(59, "1.5 IQR")]).toEqual([0, 0, 1]);
  });

  it("cuts the open pipeline by one thing or by one across another, each adding up to what is open", () => {
    const owners = new Map(rowsOf(report, "owners").map(({ key, cells }) => [key, cells.amount]));
    const byOwner = pipelineReview.build(request({ cut: ["Owner"] }));
    expect(byOwner.sections.find(({ id }) => id === "cut")?.heading).toBe("Open pipeline by owner");
    const named = rowsOf(byOwner, "cut").map(({ cells }) => cells.amount);
    expect([...named].sort()).toEqual([...owners.values()].sort());
    const crossed = pipelineReview.build(request({ cut: ["Stage", "Owner"] }));
    const table = crossed.sections.find(({ id }) => id === "cut")?.table;
    const stages = new Map(rowsOf(report, "stages").map(({ key, cells }) => [key, cells.amount]));
    const across = (table?.columns ?? []).slice(1, -1);
    for (const { key, cells } of table?.rows ?? []) {
      expect(across.reduce((sum, { id }) => sum + Number(cells[id] ?? 0), 0)).toBe(cells.amount);
      const [stage] = [...stages].filter(([name]) => name.endsWith(key));
      expect(cells.amount).toBe(stage?.[1]);
    }
    for (const [at, { label }] of across.entries())
      expect([label, table?.total?.cells[`v${at}`]]).toEqual([
        label,
        rowsOf(byOwner, "cut").find(({ key }) => key === label)?.cells.amount,
      ]);
    for (const one of [byOwner, crossed]) {
      const check = one.checks.find(({ id }) => id === "cut_add_up");
      expect([check?.value, evaluate(check?.formula ?? "", one)]).toEqual([0, 0]);
    }
  });

  it("draws stages, ages and risk where there is no week to compare with, and adds the risk levels of each owner up to what is open", () => {
    expect(report.charts.map(({ table }) => table)).toEqual(["stages", "ages", "risk"]);
    const bands = ["high", "medium", "low", "unknown"];
    const amount = (id: string, cells: Record<string, unknown>) => Number(cells[id] ?? 0);
    const owners = new Map(rowsOf(report, "owners").map(({ key, cells }) => [key, cells.amount]));
    for (const { key, cells } of rowsOf(report, "risk"))
      expect(bands.reduce((sum, id) => sum + amount(id, cells), 0)).toBe(owners.get(key));
    // Thresholds move deals between the levels and change no sum.
    const settings = request().settings;
    const strict = { ...settings, risk: { ...settings.risk, mediumFrom: 0, highFrom: 0 } };
    const all = pipelineReview.build(request({ settings: strict }));
    for (const { key, cells } of rowsOf(all, "risk")) {
      expect([cells.medium, cells.low]).toEqual([0, 0]);
      expect(amount("high", cells) + amount("unknown", cells)).toBe(owners.get(key));
    }
  });

  it("cuts what is open by all that deals differ in, each cut adding up, and by nothing that they share", () => {
    const rows = rowsOf(report, "cuts");
    // Reps tell regions (Ana and Bo EMEA, Cy AMER); no deal of this company has a segment, pipeline, type or source.
    expect(new Set(rows.map(({ cells }) => cells.by))).toEqual(new Set(["Region"]));
    const sum = (id: string) => rows.reduce((all, { cells }) => all + Number(cells[id]), 0);
    expect(sum("amount")).toBe(figuresOf(report).open);
    expect(sum("share")).toBeCloseTo(1, 12);
    expect(sum("at_risk")).toBe(figuresOf(report).at_risk);
    const sources = ["a", "b", "c", "d", "e", "f", "g"];
    const deals = sources.map((leadSource, at) => ({
      opportunityId: leadSource,
      leadSource,
      type: "New",
      stage: "Proposal",
      amount: 100 * (at + 1),
    }));
    const cut = pipelineReview.build(request({ tables: { opportunities: tableOf(deals) } }));
    expect(rowsOf(cut, "cuts").map(({ cells }) => [cells.by, cells.name, cells.amount])).toEqual([
      ...[700, 600, 500, 400].map((amount, at) => ["Source", "gfed"[at], amount]),
      ["Source", "3 others", 600],
    ]);
  });

  it("puts a deal at risk for two signals and says which", () => {
    // D07 and D08 are overdue and inactive (company.ts); D06's close date was pushed, which alone is no risk.
    expect(
      rowsOf(report, "at_risk")
        .map(({ key }) => key)
        .sort(),
    ).toEqual(["D07", "D08"]);
    expect(cellsOf(report, "at_risk", "D07")?.why).toContain("Close date passed, ");
    expect(cellsOf(report, "at_risk", "D07")?.why).toContain("no activity for");
  });

  it("narrows to a team: every open deal is in one, and quota and won are the team's own", () => {
    const parts = ["East", "West"].map((team) => pipelineReview.build(request({ team })));
    const sum = (id: string) =>
      parts.reduce((all, part) => all + Number(figuresOf(part)[id] ?? 0), 0);
    const whole = figuresOf(report);
    const names = rowsOf(report, "teams").map(({ cells }) => cells.name);
    expect(names).toEqual(expect.arrayContaining(["East", "West"]));
    const others = rowsOf(report, "teams")
      .filter(({ cells }) => cells.name !== "East" && cells.name !== "West")
      .reduce((all, { cells }) => all + Number(cells.amount), 0);
    expect(sum("open") + others).toBe(whole.open);
    const [east, west] = parts;
    expect([east?.scope, west?.team]).toEqual(["Team East", "West"]);
    // Cy alone is in the West: 250,000 of quota.
    const { open_in_period, won, coverage } = figuresOf(west as Report);
    expect(coverage).toBeCloseTo(Number(open_in_period) / (250_000 - Number(won)), 9);
    const mia = pipelineReview.build(request({ team: "Mia Stern" }));
    expect(rowsOf(mia, "owners").map(({ cells }) => cells.name)).not.toContain("Cy Okafor");
    for (const { value } of [...mia.checks, ...parts.flatMap(({ checks }) => checks)])
      expect(value).toBe(0);
  });

  it("says what it cannot tell without a history, and without deals", () => {
    const bare = {
      ...request().tables,
      opportunityHistory: undefined,
      snapshots: undefined,
    };
    const blind = pipelineReview.build(request({ tables: bare }));
    expect(rowsOf(blind, "trend")).toEqual([]);
    expect(blind.notes.join(" ")).toContain("neither snapshots nor an imported history");
    const empty = { ...bare, opportunities: tableOf([]), activities: undefined };
    const nothing = pipelineReview.build(request({ tables: empty }));
    expect(nothing.answer).toMatch(/^There are no deals yet/);
    expect(nothing.checks).toEqual([]);
    expect(figuresOf(nothing).health).toBeUndefined();
  });
});

describe("the review of a history", () => {
  const change = (opportunityId: string, changedAt: number, toValue: string): DealChange => ({
    opportunityId,
    changedAt,
    toValue,
  });
  const stages = ["Discovery", "Proposal", "Closed Won"];
  // Six owners with six deals each: an owner's first n deals are won after 10 days in each stage, the others lost.
  const owners = ["a", "b", "c", "d", "e", "f"];
  const history = owners.flatMap((owner, wins) =>
    [0, 1, 2, 3, 4, 5].flatMap((deal) => {
      const id = `${owner}${deal}`;
      const lost = [
        change(id, on("2026-03-01"), "Discovery"),
        change(id, on("2026-03-21"), "Closed Lost"),
      ];
      const won = stages.map((stage, at) => change(id, on("2026-03-01") + 10 * at, stage));
      return deal < wins ? won : lost;
    }),
  );
  const deals = owners.flatMap((owner, wins) => [
    ...[0, 1, 2, 3, 4, 5].map((deal) => ({
      opportunityId: `${owner}${deal}`,
      owner,
      stage: deal < wins ? "Closed Won" : "Closed Lost",
      amount: 100,
      createdDate: on("2026-03-01"),
      closeDate: on("2026-03-21"),
    })),
    {
      opportunityId: `${owner}-open`,
      owner,
      stage: "Discovery",
      amount: 1000,
      createdDate: on("2026-05-10"),
      closeDate: on("2026-06-20"),
    },
  ]);
  const tables = {
    opportunities: tableOf(deals),
    opportunityHistory: tableOf([
      ...history,
      ...owners.map((owner) => change(`${owner}-open`, on("2026-05-10"), "Discovery")),
    ]),
  };
  const report = pipelineReview.build(request({ tables }));

  it("tells conversion and days with open deals counted", () => {
    // 15 of 36 went on after 10 days, 21 were lost after 20, 6 are open since 5: nobody left before, so the plain share.
    const { conversion, deals: open, median, p90 } = cellsOf(report, "stages", "Discovery") ?? {};
    expect(conversion).toBeCloseTo(15 / 36, 9);
    expect([open, median, p90]).toEqual([6, 20, 20]);
    expect(cellsOf(report, "stages", "Proposal")?.conversion).toBe(1);
    expect(figuresOf(report).win_rate).toBeCloseTo(15 / 36, 12);
  });

  it("holds each owner's and team's days in a stage to the usual ones", () => {
    // The default Stages settings hold Discovery to 14 days and Proposal to 10.
    const usual = cellsOf(report, "heat", "(usual)");
    expect(usual).toEqual({ name: "Usual days", stage_1: "14 days", stage_2: "10 days" });
    // Owner a lost all six (20 days), c four of six (10 + 4/6 of 10), f one of six.
    const [a, c, f] = ["a", "c", "f"].map((owner) => cellsOf(report, "heat", owner)?.stage_1);
    expect([a, c, f]).toEqual(["● 1.4 x", "▲ 1.2 x", "▲ 0.8 x"]);
    const [, column] =
      report.sections.find(({ table }) => table?.id === "heat")?.table?.columns ?? [];
    expect(column?.status).toMatchObject({ "● 1.4 x": "warning", "▲ 1.2 x": "good" });
    const inTeams = deals.map((deal) => ({ ...deal, team: deal.owner < "d" ? "North" : "South" }));
    const teams = pipelineReview.build(
      request({ tables: { ...tables, opportunities: tableOf(inTeams) } }),
    );
    // North lost 15 of 18, South 6 of 18: 18.33 and 13.33 days.
    const [north, south] = ["North", "South"].map(
      (team) => cellsOf(teams, "team_heat", team)?.stage_1,
    );
    expect([north, south]).toEqual(["● 1.3 x", "▲ 1 x"]);
  });

  it("takes the days of pipelines that share a stage's name together, as its deals are", () => {
    // Owners a and b, with 9 of the 12 longest stays, in a pipeline of their own: the row is of both pipelines still.
    const parted = deals.map((deal) => ({
      ...deal,
      pipeline: deal.owner < "c" ? "Renewal" : "New",
    }));
    const both = pipelineReview.build(
      request({ tables: { ...tables, opportunities: tableOf(parted) } }),
    );
    for (const name of ["deals", "median", "p90", "twice", "conversion"])
      expect(cellsOf(both, "stages", "Discovery")?.[name]).toBe(
        cellsOf(report, "stages", "Discovery")?.[name],
      );
  });

  it("values a bottleneck by what the best quarter of owners converts more", () => {
    const { rate, best, gain, value } = cellsOf(report, "bottlenecks", "Discovery") ?? {};
    expect(rate).toBeCloseTo(15 / 36, 9);
    expect(Number(best)).toBeGreaterThan(15 / 36);
    expect(Number(best)).toBeLessThan(5 / 6);
    expect(gain).toBeCloseTo(Number(best) / Number(rate) - 1, 12);
    // Six open deals of 1,000 with the stage's 20 %.
    expect(value).toBeCloseTo(1200 * Number(gain), 6);
  });

  it("names no bottleneck that brings nothing, and no value where none is known", () => {
    const one = { stage: "Demo", rate: 0.4, best: 0.5, gain: 0.25, value: 1000 };
    expect(bottleneckReading(one, "EUR")).toBe("Demo would bring most: EUR 1,000, 25 % more won.");
    expect(bottleneckReading({ ...one, value: 0 }, "")).toBe(
      "Demo would bring most: 25 % more won.",
    );
    const none = "No stage converts better for the best owners than for all.";
    expect(bottleneckReading({ ...one, gain: 1e-7, value: 0 }, "")).toBe(none);
    expect(bottleneckReading(undefined, "")).toBe(none);
  });

  it("follows the pipeline week by week", () => {
    const trend = rowsOf(report, "trend");
    expect(trend.at(-1)?.cells).toMatchObject({ deals: 6, open: 6000 });
    expect(report.charts.map(({ table }) => table)).toEqual(["trend", "stages", "ages", "risk"]);
    // On 6 March all 36 were open; by 3 April all were decided.
    const week = (iso: string) => trend.find(({ key }) => key === String(on(iso)))?.cells;
    expect(asOf).toBe(on("2026-05-15"));
    expect(week("2026-03-06")).toMatchObject({ deals: 36, open: 3600 });
    expect(week("2026-04-03")).toMatchObject({ deals: 0, open: 0 });
  });

  it("orders the plan by week and gives every action an owner or a due day", () => {
    const weeks = rowsOf(report, "plan").map(({ cells }) => Number(cells.week));
    expect(weeks).toEqual([...weeks].sort((a, b) => a - b));
    for (const { findings = [] } of report.sections)
      for (const { due, action } of findings)
        expect([due !== undefined, action !== ""]).toEqual([true, true]);
  });
});

describe.skipIf(!process.env.REVOPS_DATA)("sales_wave", () => {
  it("reviews 262 open deals in time, every cut adding up", () => {
    const report = pipelineReview.build({
      tables: salesWave(),
      settings: defaultSettings,
      asOf: day("2017-06-01") ?? 0,
      period: periodFromLabel("2017-Q2", defaultSettings.calendar),
    });
    expect(report.checks.length).toBeGreaterThan(2);
    expect(report.checks.filter(({ value }) => value !== 0)).toEqual([]);
    expect(rowsOf(report, "trend")).toHaveLength(13);
    expect(Number(figuresOf(report).open)).toBeGreaterThan(20_000_000);
  });
});
