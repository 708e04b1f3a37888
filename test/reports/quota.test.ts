import { describe, expect, it } from "vitest";
import { periodFromLabel } from "../../src/core/calendar/period.ts";
import { quota } from "../../src/reports/quota.ts";
import { renderText } from "../../src/reports/renderText.ts";
import { defaultSettings } from "../../src/settings/defaultSettings.ts";
import { on, quotas, request } from "./company.ts";
import { csv, salesWave, tableOf } from "./dataSets.ts";
import { figuresOf } from "./figuresOf.ts";

const table = (id: string, change = {}) =>
  quota.build(request(change)).sections.find((section) => section.table?.id === id)?.table;

describe("quota of the small company", () => {
  // Calendar of 2026, Monday to Friday: April 22, May 21, June 22 working days; 1 to 15 May has 11.
  const total = 300_000 + (1_200_000 * 65) / 261 + 250_000;

  it("has the figures worked out by hand", () => {
    const found = figuresOf(quota.build(request()));
    expect(found.quota).toBeCloseTo(total, 6);
    expect(found.closed).toBe(160_000);
    expect(found.attainment).toBeCloseTo(160_000 / total, 12);
    expect(found.expected_share).toBeCloseTo(33 / 65, 12);
    expect(found.expected_share_linear).toBeCloseTo(45 / 91, 12);
    expect(found.pace).toBeCloseTo(160_000 / (total * (33 / 65)) - 1, 12);
    expect(found.pace_linear).toBeCloseTo(160_000 / (total * (45 / 91)) - 1, 12);
    // From 16 April to 15 May 60,000 were won in 22 working days; 32 are left.
    expect(found.projected).toBeCloseTo(160_000 + (32 * 60_000) / 22, 6);
    expect(found.required_run_rate).toBeCloseTo((total - 160_000) / 32, 6);
    expect(found.required_run_rate_linear).toBeCloseTo((total - 160_000) / 46, 6);
  });

  it("counts each rep once in the team and leaves managers' roll-ups out", () => {
    const teams = table("teams")?.rows.map(({ cells }) => [cells.name, cells.people, cells.quota]);
    expect(teams).toContainEqual(["West", 1, 250_000]);
    expect(table("teams")?.total?.cells.quota).toBeCloseTo(total, 6);
    const managers = table("managers")?.rows.map(({ cells }) => [cells.name, cells.own]);
    expect(managers).toContainEqual(["Mia Stern", 600_000]);
    expect(managers).toContainEqual(["Vera Dahl", 900_000]);
    const vera = table("managers")?.rows.find(({ cells }) => cells.name === "Vera Dahl");
    expect(vera?.cells.quota).toBeCloseTo(total, 6);
  });

  it("lists those at risk by gap", () => {
    const gaps = table("at_risk")?.rows.map(({ cells }) => Number(cells.gap)) ?? [];
    expect(gaps.length).toBeGreaterThan(1);
    expect(gaps).toEqual([...gaps].sort((a, b) => b - a));
  });

  it("projects nothing further once the period is over", () => {
    const found = figuresOf(quota.build(request({ asOf: on("2026-07-10") })));
    expect(found.expected_share).toBe(1);
    expect(found.working_days_left).toBe(0);
    expect(found.projected).toBe(found.closed);
    expect(found.required_run_rate).toBeUndefined();
  });

  it("has no pace before the period begins", () => {
    const found = figuresOf(quota.build(request({ asOf: on("2026-03-20") })));
    expect(found).toMatchObject({ expected_share: 0, pace: undefined, pace_linear: undefined });
  });

  it("is blank with a reason where nobody has a quota", () => {
    const zero = tableOf(quotas.map((one) => ({ ...one, quotaAmount: 0 })));
    const report = quota.build(request({ tables: { ...request().tables, quotas: zero } }));
    expect(figuresOf(report)).toMatchObject({
      quota: undefined,
      attainment: undefined,
      pace: undefined,
      gap: undefined,
      closed: 160_000,
    });
    expect(report.answer).toContain("no quota");
    expect(report.charts).toEqual([]);
  });

  it("reads as before", async () => {
    await expect(renderText(quota.build(request()))).toMatchFileSnapshot("golden/quota.txt");
  });
});

describe.skipIf(!process.env.REVOPS_DATA)("quota of outside data equals a short script's", () => {
  it("sales_wave, second quarter of 2017", () => {
    const quotas2017 = csv("sales_wave/Quota.csv").filter((l) =>
      ["2017-04-01", "2017-05-01", "2017-06-01"].includes(l.StartDate__c ?? ""),
    );
    const won = (from: string) =>
      csv("sales_wave/Opportunity.csv")
        .filter((l) => l.StageName === "Closed Won")
        .filter((l) => (l.CloseDate ?? "") >= from && (l.CloseDate ?? "") <= "2017-06-01")
        .reduce((sum, l) => sum + Number(l.Amount), 0);
    const sum = quotas2017.reduce((all, l) => all + Number(l.QuotaAmount__c), 0);
    const period = periodFromLabel("2017-Q2", defaultSettings.calendar);
    const asOf = on("2017-06-01");
    const tables = salesWave();
    const found = figuresOf(quota.build({ tables, settings: defaultSettings, asOf, period }));
    expect(sum).toBeGreaterThan(0);
    expect(found.quota).toBeCloseTo(sum, 4);
    expect(found.closed).toBeCloseTo(won("2017-04-01"), 4);
    expect(found.attainment).toBeCloseTo(won("2017-04-01") / sum, 9);
    // April 2017 had 20 working days, May 23, June 22; 1 June was a Thursday.
    expect(found.expected_share).toBeCloseTo(44 / 65, 9);
    expect(found.pace).toBeCloseTo(won("2017-04-01") / (sum * (44 / 65)) - 1, 9);
    // From 3 May to 1 June there are 22 working days; 21 are left.
    const projected = won("2017-04-01") + (21 * won("2017-05-03")) / 22;
    expect(found.projected).toBeCloseTo(projected, 3);
  });
});
