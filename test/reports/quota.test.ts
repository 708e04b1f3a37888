import { describe, expect, it } from "vitest";
import { quota } from "../../src/reports/quota.ts";
import { renderText } from "../../src/reports/renderText.ts";
import { on, quotas, request } from "./company.ts";
import { tableOf } from "./dataSets.ts";
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
