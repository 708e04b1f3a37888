import { describe, expect, it } from "vitest";
import { periodFromLabel } from "../../src/core/calendar/period.ts";
import { forecast } from "../../src/reports/forecast.ts";
import { renderText } from "../../src/reports/renderText.ts";
import { defaultSettings } from "../../src/settings/defaultSettings.ts";
import { deals, on, quotas, reps, request, settings } from "./company.ts";
import { csv, salesWave, tableOf, zohoSample } from "./dataSets.ts";
import { figuresOf } from "./figuresOf.ts";

const figures = (change = {}) => figuresOf(forecast.build(request(change)));

describe("forecast of the small company", () => {
  // Added by hand from company.ts: 50,000 EUR won on 15 May and 100,000 EUR open are at 1.2, pounds have no rate.
  it("has the figures worked out by hand", () => {
    const found = figures();
    expect(found).toMatchObject({
      won: 160_000,
      won_count: 2,
      open_pipeline: 510_000,
      open_count: 6,
      overdue_in_period: 80_000,
      overdue_earlier: 60_000,
      commit: 200_000,
      best_case: 170_000,
      pipeline_category: 120_000,
      no_category: 20_000,
      weighted_open: 278_000,
      expected: 438_000,
    });
    // 65 of the 261 working days of 2026 lie in the second quarter.
    const quota = 300_000 + (1_200_000 * 65) / 261 + 250_000;
    expect(found.quota).toBeCloseTo(quota, 6);
    expect(found.coverage).toBeCloseTo(510_000 / (quota - 160_000), 9);
    expect(found.gap).toBeCloseTo(quota - 438_000, 6);
    expect(found.coverage_gap).toBeCloseTo(3 * (quota - 160_000) - 510_000, 6);
  });

  it("notes what was left out and at which rates", () => {
    const notes = forecast.build(request()).notes.join("\n");
    expect(notes).toContain("EUR at 1.2 since 2026-05-01");
    expect(notes).toContain("1 deal worth GBP 10 k");
    expect(notes).toContain("1 open deal of the period (USD 20 k) without a probability");
    expect(notes).toContain("1 won deal (USD 70 k) with a close date after the as-of date");
    expect(notes).toContain("gone from the CRM since an earlier import");
    expect(notes).toContain("Mia Stern (USD 600 k) and Vera Dahl (USD 900 k)");
  });

  it("gives no shares where a credit makes a part larger than the whole, and still sees what weighs most", () => {
    const [first, ...others] = deals.map((deal) => ({ ...deal }));
    const credit = {
      ...others[0],
      opportunityId: "credit",
      amount: -400_000,
      currency: "USD",
      stage: "Proposal",
      closeDate: on("2026-06-20"),
      goneSince: undefined,
    };
    const tables = {
      ...request().tables,
      opportunities: tableOf([...deals, credit] as typeof deals),
    };
    const report = forecast.build(request({ tables }));
    expect(first).toBeDefined();
    expect(figuresOf(report).open_pipeline).toBe(510_000 - 400_000);
    const shares = report.sections.flatMap(({ table }) =>
      (table?.rows ?? []).map(({ cells }) => cells.share),
    );
    expect(shares.filter((share) => share !== undefined)).toEqual([]);
    const text = renderText(report);
    const parts = [...text.matchAll(/(\d[\d.,]*) % of (?:the )?open/g)].map(([, part]) =>
      Number(part),
    );
    expect(parts.filter((part) => part > 100)).toEqual([]);
    expect(report.notes.join("\n")).toContain(
      "1 open deal of the period (USD -400 k) has an amount below zero",
    );
    // 80,000 of 510,000 that are above zero are overdue: more than the 5 % that are fine.
    const findings = report.sections.flatMap((section) => section.findings ?? []);
    expect(findings.map(({ id }) => id)).toContain("overdue");
  });

  it("takes a record back that reappears, and one that goes only later", () => {
    const back = deals.map((deal) => ({ ...deal, goneSince: undefined }));
    const tables = { ...request().tables, opportunities: tableOf(back) };
    expect(figures({ tables }).open_pipeline).toBe(510_000 + 77_000);
    expect(figures({ asOf: on("2026-05-10") }).open_pipeline).toBeGreaterThan(510_000);
  });

  it("uses the CRM's converted amounts only when chosen", () => {
    const own = deals.map((deal) => ({
      ...deal,
      amountConverted: deal.amount === undefined ? undefined : 1,
    }));
    const tables = { ...request().tables, opportunities: tableOf(own) };
    expect(figures({ tables }).won).toBe(160_000);
    const options = { ...settings.options, useConvertedAmount: true };
    expect(figures({ tables, settings: { ...settings, options } }).won).toBe(2);
  });

  it("leaves quota, coverage and gap blank without a quota above zero, with the reason in a note", () => {
    const zero = quotas.map((quota) => ({ ...quota, quotaAmount: 0 }));
    for (const rows of [[], zero]) {
      const tables = { ...request().tables, quotas: tableOf(rows) };
      const report = forecast.build(request({ tables }));
      expect(figuresOf(report)).toMatchObject({
        quota: undefined,
        coverage: undefined,
        gap: undefined,
        coverage_gap: undefined,
        expected: 438_000,
      });
      expect(report.notes.join()).toMatch(/Quota, coverage, gap and attainment are blank/);
    }
  });

  it("does not claim nothing was won when the data holds no closed deal", () => {
    const open = tableOf(deals.filter(({ stage }) => !stage?.startsWith("Closed")));
    const report = forecast.build(
      request({ tables: { ...request().tables, opportunities: open } }),
    );
    expect(figuresOf(report)).toMatchObject({ won: undefined, expected: undefined });
    expect(report.answer).toContain("the data holds no closed deal");
  });

  it("asks for no further pipeline once the period is over", () => {
    const period = periodFromLabel("2026-Q1", settings.calendar);
    const over = forecast.build(request({ period, asOf: on("2026-05-15") }));
    const advice = (report: typeof over) =>
      report.sections.flatMap(({ findings = [] }) => findings.map(({ id }) => id));
    expect(figuresOf(over)).toMatchObject({ won: 40_000, coverage_gap: undefined });
    expect(over.answer).toMatch(/^USD 40 k won.* in Q1 2026, Jan-Mar 2026, which is over/);
    expect(advice(over)).not.toContain("coverage");
    expect(advice(over)).not.toContain("gap");
    expect(advice(forecast.build(request()))).toEqual(expect.arrayContaining(["coverage", "gap"]));
  });

  it("says that deals without a currency count as home currency, where others name one", () => {
    const notes = forecast.build(request()).notes.join();
    // Of the deals in the period and before it all but D02, D09 and D10 name none: D01, D06, D07, D08, D11 and D12.
    expect(notes).toContain("6 deals without a currency counted as USD");
    const plain = tableOf(deals.map(({ currency: _, ...deal }) => deal));
    const none = forecast.build(request({ tables: { ...request().tables, opportunities: plain } }));
    expect(none.notes.join()).not.toContain("without a currency");
  });

  it("tells a quota without an amount from one without a rate", () => {
    const rows = quotas.map((one, at) => (at === 0 ? { ...one, quotaAmount: undefined } : one));
    const tables = { ...request().tables, quotas: tableOf(rows as typeof quotas) };
    const notes = forecast.build(request({ tables })).notes.join();
    expect(notes).toContain("1 quota without an amount left out");
    expect(notes).not.toContain("no rate in force on the as-of date");
  });

  it("says where the deals are when the period has none", () => {
    const period = periodFromLabel("2024-Q1", settings.calendar);
    expect(forecast.build(request({ period, asOf: on("2024-02-01") })).answer).toContain(
      "most in 2026-Q2",
    );
  });

  it("reads as before", async () => {
    await expect(renderText(forecast.build(request()))).toMatchFileSnapshot("golden/forecast.txt");
    const tables = { opportunities: tableOf(deals.map(({ closeDate: _, ...deal }) => deal)) };
    await expect(
      renderText(
        forecast.build(request({ tables, settings: { ...settings, homeCurrency: undefined } })),
      ),
    ).toMatchFileSnapshot("golden/forecastWithoutDates.txt");
  });

  it("does not depend on the order of the deals or the reps", () => {
    const tables = {
      opportunities: tableOf([...deals].reverse()),
      reps: tableOf([...reps].reverse()),
      quotas: tableOf([...quotas].reverse()),
    };
    const [a, b] = [figures(), figures({ tables })];
    for (const [id, value] of Object.entries(a)) {
      if (typeof value === "number") expect(b[id]).toBeCloseTo(value, 6);
      else expect(b[id]).toBe(value);
    }
  });
});

describe.skipIf(!process.env.REVOPS_DATA)(
  "forecast of outside data equals a short script's",
  () => {
    it("sales_wave, second quarter of 2017", () => {
      const lines = csv("sales_wave/Opportunity.csv");
      const inside = (l: (typeof lines)[number], to: string) =>
        (l.CloseDate ?? "") >= "2017-04-01" && (l.CloseDate ?? "") <= to;
      const sum = (some: typeof lines) => some.reduce((all, l) => all + Number(l.Amount), 0);
      const won = sum(lines.filter((l) => l.StageName === "Closed Won" && inside(l, "2017-06-01")));
      const open = lines.filter(
        (l) => !l.StageName?.startsWith("Closed") && inside(l, "2017-06-30"),
      );
      const quota = csv("sales_wave/Quota.csv")
        .filter((l) => ["2017-04-01", "2017-05-01", "2017-06-01"].includes(l.StartDate__c ?? ""))
        .reduce((all, l) => all + Number(l.QuotaAmount__c), 0);
      const asOf = on("2017-06-01");
      const period = periodFromLabel("2017-Q2", defaultSettings.calendar);
      const found = figuresOf(
        forecast.build({ tables: salesWave(), settings: defaultSettings, asOf, period }),
      );
      expect(open.length).toBeGreaterThan(100);
      expect(found.won).toBeCloseTo(won, 4);
      expect(found.open_pipeline).toBeCloseTo(sum(open), 4);
      expect(found.open_count).toBe(open.length);
      expect(found.quota).toBeCloseTo(quota, 4);
      const bestCase = sum(open.filter((l) => l.ForecastCategoryName === "Best Case"));
      expect(found.best_case).toBeCloseTo(bestCase, 4);
      expect(found.commit).toBeCloseTo(
        sum(open.filter((l) => l.ForecastCategoryName === "Commit")),
        4,
      );
      expect(found.coverage).toBeCloseTo(sum(open) / (quota - won), 9);
    });

    it("zoho_crm_sample: weighted by the CRM's own probabilities", () => {
      const rows = zohoSample().opportunities?.rows ?? [];
      const asOf = on("2021-04-15");
      const period = periodFromLabel("2021-Q2", defaultSettings.calendar);
      const open = csv("zoho_crm_sample/Potentials.csv").flatMap((l, index) => {
        const close = rows[index]?.closeDate ?? 0;
        const isOpen = l["Forecast Type"] === "Open";
        if (!isOpen || close < period.from || close > period.to) return [];
        const amount = Number((l.Amount ?? "").replace(/[$,]/g, ""));
        return [{ amount, weighted: (amount * Number(l.Probability)) / 100 }];
      });
      const found = figuresOf(
        forecast.build({ tables: zohoSample(), settings: defaultSettings, asOf, period }),
      );
      expect(open.length).toBeGreaterThan(100);
      expect(found.open_pipeline).toBeCloseTo(
        open.reduce((all, { amount }) => all + amount, 0),
        4,
      );
      expect(found.weighted_open).toBeCloseTo(
        open.reduce((all, { weighted }) => all + weighted, 0),
        4,
      );
    });
  },
);
