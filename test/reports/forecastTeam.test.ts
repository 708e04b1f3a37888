import { describe, expect, it } from "vitest";
import { periodFromLabel } from "../../src/core/calendar/period.ts";
import type { ForecastSubmission } from "../../src/core/forecast/submission.ts";
import { InputError } from "../../src/core/inputError.ts";
import { forecast } from "../../src/reports/forecast.ts";
import { sheetLabel } from "../../src/reports/parts/sheetLabel.ts";
import type { ForecastLogRow } from "../../src/tables/forecastLog.ts";
import { asOf, deals, on, request, settings } from "./company.ts";
import { tableOf } from "./dataSets.ts";
import { figuresOf } from "./figuresOf.ts";

const tables = request().tables;
const of = (team: string | undefined, change: Record<string, unknown> = {}) =>
  forecast.build(request({ team, tables: { ...tables, ...change } }));
const numbers = (team: string | undefined) => figuresOf(of(team));
const section = (report: ReturnType<typeof of>, wanted: string) =>
  report.sections.find(({ id }) => id === wanted);

describe("the forecast of a team", () => {
  it("has the deals and quotas of a manager and everybody below", () => {
    // Ana and Bo report to Mia: D01 is won; D06 and D07 are open in the period; Ana 300,000 and a quarter of Bo's year.
    const mia = numbers("Mia Stern");
    expect(mia).toMatchObject({ won: 100_000, open_pipeline: 280_000, weighted_open: 200_000 });
    const bo = numbers("r2");
    expect(bo).toMatchObject({ won: 0, open_pipeline: 0 });
    expect(mia.quota).toBeCloseTo(300_000 + Number(bo.quota), 6);
    expect(numbers("Ana Ruiz").quota).toBe(300_000);
    expect(of("Mia Stern").scope).toBe("Mia Stern and everybody below");
    expect(of("r1").scope).toBe("Ana Ruiz");
  });

  it("of all teams add up to that of everybody, nobody's deals aside", () => {
    const [whole, mia, nils] = [undefined, "m1", "Nils Berg"].map(numbers);
    for (const id of ["won", "open_pipeline", "weighted_open", "expected", "quota"])
      expect(Number(mia?.[id]) + Number(nils?.[id]), id).toBeCloseTo(Number(whole?.[id]), 6);
    // D13, of nobody, closes in the next quarter: it is in no figure of this one.
    expect(numbers("Vera Dahl")).toMatchObject({ won: whole?.won, quota: whole?.quota });
  });

  it("is found by the name that Reps or deals give the team, in any case", () => {
    const east = of(" east");
    expect(east.team).toBe("East");
    expect(figuresOf(east)).toMatchObject({ won: 100_000, open_pipeline: 280_000 });
    expect(sheetLabel(east)).toBe("2026-Q2 East");
    const moved = deals.map((deal) =>
      deal.opportunityId === "D09" ? { ...deal, team: "East" } : deal,
    );
    // 100,000 EUR at 1.2 come with the deal, whoever owns it.
    const joined = of("East", { opportunities: tableOf(moved) });
    expect(figuresOf(joined).open_pipeline).toBe(400_000);
  });

  it("is in everybody's home currency where no setting names one", () => {
    // Mia's deals are in USD, all others, which are more, in EUR, so EUR is home and a dollar is worth .5 there: 280,000 are 140,000.
    const mixed = deals.map((deal) => ({
      ...deal,
      currency: ["r1", "r2", "Ana Ruiz"].includes(deal.owner ?? "") ? "USD" : "EUR",
    }));
    const more = mixed.filter(({ currency }) => currency === "EUR");
    const copies = [1, 2, 3].flatMap((copy) =>
      more.map((deal) => ({ ...deal, opportunityId: `${deal.opportunityId}-${copy}` })),
    );
    const rates = [{ currency: "USD", from: on("2026-01-01"), rate: 0.5 }];
    const opportunities = tableOf([...mixed, ...copies]);
    const found = forecast.build(
      request({
        team: "Mia Stern",
        tables: { ...tables, opportunities },
        settings: { ...settings, homeCurrency: undefined, rates },
      }),
    );
    expect(figuresOf(found).open_pipeline).toBe(140_000);
  });

  it("counts the calls of the team alone, without those above", () => {
    const call = (rep: string, amount: number, id: string): ForecastSubmission => ({
      submissionId: id,
      rep,
      amount,
      period: "2026-Q2",
      asOf,
    });
    const calls = [call("r1", 120, "1"), call("r3", 40, "2"), call("v1", 999, "3")];
    const report = of("m1", { forecastSubmissions: tableOf(calls) });
    const { rows = [], total } = section(report, "calls")?.table ?? {};
    expect(rows.map(({ cells }) => [cells.name, cells.counts])).toEqual([
      ["Mia Stern", 120],
      ["– Ana Ruiz", 120],
    ]);
    expect(total?.cells.counts).toBe(120);
  });

  it("bridges from the team's own last forecast, to zero", () => {
    const logged = (period: string, value: number): ForecastLogRow => ({
      runAt: on("2026-05-08"),
      report: "forecast",
      period,
      asOf: on("2026-05-08"),
      figureId: "expected",
      value,
      settingsHash: "",
    });
    const report = of("r1", {
      forecastLog: tableOf([logged("2026-Q2", 1), logged("2026-Q2 Ana Ruiz", 260_000)]),
      snapshots: tableOf([
        {
          snapshotDate: on("2026-05-01"),
          opportunityId: "D06",
          owner: "r1",
          stage: "Negotiation",
          amount: 150_000,
          closeDate: on("2026-06-20"),
        },
        { snapshotDate: on("2026-05-01"), opportunityId: "X9", owner: "r3", amount: 7_000_000 },
      ]),
    });
    const { rows = [], total } = section(report, "bridge")?.table ?? {};
    expect(rows[0]?.cells.amount).toBe(260_000);
    expect(total?.cells.amount).toBe(figuresOf(report).expected);
    const sum = rows.reduce((all, { cells }) => all + Number(cells.amount), 0);
    expect(sum).toBeCloseTo(Number(total?.cells.amount), 6);
    expect(report.checks.every(({ value }) => value === 0)).toBe(true);
  });

  it("says who is known where nobody is called so, and who has no deal", () => {
    expect(() => of("Zoe")).toThrow(InputError);
    expect(() => of("Zoe")).toThrow(/"Zoe"; expected a person .* a team such as East/);
    expect(of("r1", { opportunities: tableOf([]) }).answer).toBe("Ana Ruiz has no deal.");
  });

  it("says whose quota is missing", () => {
    const notes = of("r3", { quotas: tableOf([]) }).notes.join(" ");
    expect(notes).toContain("nobody of Cy Okafor has one above zero in 2026-Q2");
  });
});

describe("the forecast of a month or a year", () => {
  const grain = (label: string) =>
    figuresOf(forecast.build(request({ period: periodFromLabel(label, settings.calendar) })));

  it("has what was won and is open in it", () => {
    // May: D02 won, 50,000 EUR at 1.2; open D07 and D12. June is the rest of the quarter, April D01.
    expect(grain("2026-05")).toMatchObject({ won: 60_000, open_pipeline: 170_000 });
    expect(grain("FY2026").won).toBe(100_000 + 60_000 + 40_000);
    const months = ["2026-04", "2026-05", "2026-06"].map((label) => Number(grain(label).won));
    expect(months.reduce((sum, one) => sum + one, 0)).toBe(grain("2026-Q2").won);
  });

  it("compares the quota of the same length", () => {
    const months = ["2026-04", "2026-05", "2026-06"].map((label) => Number(grain(label).quota));
    expect(months.reduce((sum, one) => sum + one, 0)).toBeCloseTo(
      Number(grain("2026-Q2").quota),
      6,
    );
  });
});
