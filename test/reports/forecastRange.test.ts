import { describe, expect, it } from "vitest";
import { periodFromLabel } from "../../src/core/calendar/period.ts";
import { modelRows } from "../../src/core/probability/modelRows.ts";
import { forecast } from "../../src/reports/forecast.ts";
import { smallModel } from "../core/probability/smallModel.ts";
import { deals, on, request, settings } from "./company.ts";
import { tableOf } from "./dataSets.ts";
import { figuresOf } from "./figuresOf.ts";

const independent = { ...settings, options: { ...settings.options, dealCorrelation: 0 } };
const quarter = { repId: "r1", periodStart: on("2026-04-01"), periodGrain: "quarter" };
const quota = (amount: number) => tableOf([{ ...quarter, quotaAmount: amount }]);
const built = (change: Record<string, unknown> = {}, rest = {}) =>
  forecast.build(
    request({ settings: independent, tables: { ...request().tables, ...change }, ...rest }),
  );

/** Every outcome of the four open deals that have amount and chance (D06, D07, D09 at 1.2, D12), with 160,000 won. */
const outcomes = (() => {
  let all = [{ total: 160_000, chance: 1 }];
  for (const [amount, p] of [
    [200_000, 0.8],
    [80_000, 0.5],
    [120_000, 0.2],
    [90_000, 0.6],
  ] as const)
    all = all.flatMap(({ total, chance }) => [
      { total: total + amount, chance: chance * p },
      { total, chance: chance * (1 - p) },
    ]);
  return all.sort((a, b) => a.total - b.total);
})();
const quantile = (share: number) => {
  let sum = 0;
  for (const { total, chance } of outcomes) {
    sum += chance;
    if (sum >= share - 1e-12) return total;
  }
  return Number.NaN;
};
const chanceOf = (target: number) =>
  outcomes.reduce((sum, { total, chance }) => sum + (total >= target ? chance : 0), 0);

describe("the range of the forecast", () => {
  it("is that of all outcomes of the open deals, counted one by one", () => {
    const found = figuresOf(built({ quotas: quota(450_000) }));
    expect(found).toMatchObject({
      p10: quantile(0.1),
      p50: quantile(0.5),
      p90: quantile(0.9),
      expected: 438_000,
      weighted_open: 278_000,
      new_business: undefined,
      deal_correlation: 0,
    });
    expect(found.mean).toBeCloseTo(438_000, 6);
    expect(found.prob_of_quota).toBeCloseTo(chanceOf(450_000), 12);
  });

  it("says how sure the quota is, and nothing of it without a quota", () => {
    expect(built({ quotas: quota(300_000) }).answer).toMatch(
      /^\d+ % chance of quota \((very )?likely\): middle estimate USD 450 k of 300 k, 80 % range/,
    );
    const none = built({ quotas: tableOf([]) });
    expect(figuresOf(none)).toMatchObject({ prob_of_quota: undefined, p50: 450_000 });
    expect(none.answer).toMatch(/^USD 450 k as the middle estimate, 80 % range/);
  });

  it("is wider when deals move together, with the same mean", () => {
    const rows = Array.from({ length: 60 }, (_, at) => ({
      ...deals[5],
      opportunityId: `X${at}`,
      amount: 10_000,
    }));
    const opportunities = tableOf([...deals, ...rows] as typeof deals);
    const loose = figuresOf(built({ opportunities }));
    const together = figuresOf(built({ opportunities }, { settings }));
    expect(together.deal_correlation).toBe(0.05);
    expect(Number(together.mean)).toBeCloseTo(Number(loose.mean), 4);
    expect(Number(together.p90) - Number(together.p10)).toBeGreaterThan(
      1.1 * (Number(loose.p90) - Number(loose.p10)),
    );
  });

  it("adds what past quarters brought in their last days", () => {
    // As of 15 May, 46 days are left: two deals of the first quarter were created after 13 February and won in it.
    const past = (id: string, created: string, closed: string, amount: number) => ({
      opportunityId: id,
      stage: "Closed Won",
      amount,
      createdDate: on(created),
      closeDate: on(closed),
    });
    const opportunities = tableOf([
      ...deals,
      past("P0", "2025-01-02", "2025-02-02", 5_000),
      past("P1", "2026-02-14", "2026-03-02", 30_000),
      past("P2", "2026-03-20", "2026-03-31", 10_000),
      past("P3", "2026-02-13", "2026-03-31", 90_000),
    ] as typeof deals);
    const report = built({ opportunities });
    // Four quarters back to the second of 2025 are covered: (30,000 + 10,000) / 4.
    expect(figuresOf(report).new_business).toBeCloseTo(10_000, 9);
    expect(figuresOf(report).mean).toBeCloseTo(448_000, 6);
    expect(report.notes.join("\n")).toContain("0.5 deals of USD 20 k on average");
  });

  it("says so where the past tells nothing about business not yet created", () => {
    const opportunities = tableOf(deals.map(({ createdDate: _, ...deal }) => deal) as typeof deals);
    const report = built({ opportunities });
    expect(figuresOf(report).new_business).toBeUndefined();
    expect(report.notes.join("\n")).toContain("Business not yet created is left out");
  });

  it("is what was won once the period is over", () => {
    const period = periodFromLabel("2026-Q1", settings.calendar);
    const report = built({}, { period });
    expect(figuresOf(report)).toMatchObject({ p10: 40_000, p50: 40_000, p90: 40_000 });
    expect(report.charts.map(({ id }) => id)).not.toContain("curve_chart");
  });

  it("takes a person's chance before all others, until it expires", () => {
    const override = { opportunityId: "D06", probability: 0, reason: "Budget is gone" };
    const winOverrides = tableOf([override]);
    const report = built({ winOverrides });
    expect(figuresOf(report).mean).toBeCloseTo(438_000 - 160_000, 6);
    expect(figuresOf(report).expected).toBe(438_000);
    expect(report.notes.join("\n")).toContain("1 deal at the chance of sheet Win Overrides");
    const over = tableOf([{ ...override, expires: on("2026-05-14") }]);
    expect(figuresOf(built({ winOverrides: over })).mean).toBeCloseTo(438_000, 6);
  });

  it("takes chances from a fitted model, deals that close later included, unless it knows the future", () => {
    const flat = [0.25, 0.25, 0.25, 0.25];
    const all = {
      pipeline: "",
      stage: "",
      chances: flat,
      low: 0.2,
      high: 0.3,
      deals: 400,
      won: 100,
    };
    const model = {
      ...smallModel,
      rungs: ["rates", "rates", "rates", "rates"] as const,
      reason: "Few deals.",
      deals: 400,
      stages: [all],
      effects: [],
      survival: [],
      fits: [undefined, undefined, undefined, undefined],
    };
    const winModel = tableOf(modelRows(model));
    const report = built({ winModel });
    // A quarter of everything open that has an amount, whenever it closes: 200, 80, 60, 120, 20, 90 and 500 thousand.
    expect(figuresOf(report).mean).toBeCloseTo(160_000 + 1_070_000 / 4, 4);
    expect(report.notes.join("\n")).toContain("fitted on 400 decided deals up to 2026-03-31");
    const later = tableOf(modelRows({ ...model, trainedAsOf: on("2026-06-01") }));
    const told = built({ winModel: later });
    expect(figuresOf(told).mean).toBeCloseTo(438_000, 6);
    expect(told.notes.join("\n")).toContain("after the as-of date");
    const broken = tableOf(modelRows(model).filter(({ window }) => window !== "ever"));
    expect(figuresOf(built({ winModel: broken })).mean).toBeCloseTo(438_000, 6);
  });
});
