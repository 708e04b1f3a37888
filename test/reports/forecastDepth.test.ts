import { describe, expect, it } from "vitest";
import { periodFromLabel } from "../../src/core/calendar/period.ts";
import { forecast } from "../../src/reports/forecast.ts";
import type { Report } from "../../src/reports/report.ts";
import { deals, on, request, settings } from "./company.ts";
import { tableOf } from "./dataSets.ts";
import { figuresOf } from "./figuresOf.ts";

const independent = { ...settings, options: { ...settings.options, dealCorrelation: 0 } };
const quotas = tableOf([
  {
    repId: "r1",
    periodStart: on("2026-04-01"),
    periodGrain: "quarter",
    quotaAmount: 450_000,
  },
]);
const built = (change: Record<string, unknown> = {}, rest = {}) =>
  forecast.build(
    request({ settings: independent, tables: { ...request().tables, quotas, ...change }, ...rest }),
  );
const table = (report: Report, id: string) => {
  const found = report.sections.find((section) => section.table?.id === id)?.table;
  if (found === undefined) throw new Error(`no table ${id}`);
  return found;
};
const row = (report: Report, id: string, key: string) =>
  table(report, id).rows.find((one) => one.key === key)?.cells ?? {};

/** Open deals with amount and chance; D09 at 1.2. */
const open: readonly (readonly [string, number, number])[] = [
  ["D06", 200_000, 0.8],
  ["D07", 80_000, 0.5],
  ["D09", 120_000, 0.2],
  ["D12", 90_000, 0.6],
];
/** P(160,000 + open deals >= 450,000), one deal decided: all outcomes of the others counted. */
function chance(decided?: string, isWon = false): number {
  let sum = 0;
  for (let outcome = 0; outcome < 16; outcome++) {
    let [p, total] = [1, 160_000];
    open.forEach(([id, amount, probability], at) => {
      const won = ((outcome >> at) & 1) === 1;
      if (id === decided) p *= won === isWon ? 1 : 0;
      else p *= won ? probability : 1 - probability;
      if (won) total += amount;
    });
    if (total >= 450_000) sum += p;
  }
  return sum;
}

describe("the depth of the forecast", () => {
  const report = built();
  const figures = figuresOf(report);

  it("states three scenarios of one distribution", () => {
    expect(table(report, "scenarios").rows.map(({ cells }) => cells.amount)).toEqual([
      figures.p10,
      figures.p50,
      figures.p90,
    ]);
    expect(row(report, "scenarios", "conservative").gap).toBe(450_000 - Number(figures.p10));
  });

  it("splits the middle estimate into parts that add up to it", () => {
    const parts = table(report, "made_of").rows;
    const sum = parts.reduce((total, { cells }) => total + Number(cells.brings), 0);
    expect(sum).toBeCloseTo(Number(figures.p50), 6);
    // 200,000 x 0.8 in Negotiation
    expect(row(report, "made_of", "stage Negotiation").brings).toBeCloseTo(160_000, 6);
    expect(report.checks.filter(({ value }) => value !== 0)).toEqual([]);
  });

  it("ranks deals by what hangs on them, as counted over all outcomes", () => {
    const swing = ([id]: (typeof open)[number]) => chance(id, true) - chance(id, false);
    const ranked = [...open].sort((a, b) => swing(b) - swing(a)).map(([id]) => id);
    expect(table(report, "deciding").rows.map(({ key }) => key)).toEqual(ranked);
    for (const [id, amount, probability] of open) {
      const cells = row(report, "deciding", id);
      expect(cells.amount).toBe(amount);
      expect(cells.probability).toBe(probability);
      expect(Number(cells.won)).toBeCloseTo(chance(id, true), 9);
      expect(Number(cells.lost)).toBeCloseTo(chance(id, false), 9);
    }
    expect(Number(figures.prob_of_quota)).toBeCloseTo(chance(), 9);
  });

  it("moves each assumption by a tenth", () => {
    const cells = row(report, "assumptions", "dealSize");
    const still = Number(figures.p50) - 160_000;
    expect(Number(cells.low)).toBeCloseTo(160_000 + 0.9 * still, 4);
    expect(Number(cells.high)).toBeCloseTo(160_000 + 1.1 * still, 4);
    const swings = table(report, "assumptions").rows.map((one) => Number(one.cells.swing));
    expect(swings).toEqual([...swings].sort((a, b) => b - a));
  });

  it("says what would have to be true for the quota", () => {
    // 278,000 expected of the 290,000 that are lacking
    expect(row(report, "needed", "dealSize").change).toBeCloseTo(290 / 278 - 1, 5);
    expect(row(report, "needed", "growth").means).toContain("1 more deal");
    const reached = built({ quotas: tableOf([{ ...quotas.rows[0], quotaAmount: 200_000 }]) });
    expect(reached.sections.map(({ id }) => id)).not.toContain("needed");
    const far = built({ quotas: tableOf([{ ...quotas.rows[0], quotaAmount: 9_000_000 }]) });
    expect(row(far, "needed", "winRate").means).toBe("not even if every open deal is won");
  });

  it("sets the methods side by side, and leaves blank what the past is too short for", () => {
    expect(row(report, "methods", "weighted").amount).toBe(438_000);
    expect(row(report, "methods", "commit").amount).toBe(160_000 + 200_000);
    expect(row(report, "methods", "best").amount).toBe(160_000 + 200_000 + 170_000 / 2);
    expect(row(report, "methods", "average").amount).toBeUndefined();
    expect(row(report, "methods", "ensemble").amount).toBe(438_000);
    const won = [100_000, 110_000, 130_000, 120_000];
    const past = ["2025-05-10", "2025-08-10", "2025-11-10", "2026-02-10"].map((day, at) => ({
      opportunityId: `P${at}`,
      stage: "Closed Won",
      amount: won[at],
      closeDate: on(day),
    }));
    const first = {
      opportunityId: "P",
      stage: "Closed Lost",
      amount: 1,
      closeDate: on("2025-04-01"),
    };
    const longer = built({ opportunities: tableOf([...deals, first, ...past] as typeof deals) });
    // 40,000 more were won on 31 March 2026 (D03).
    const average = (110_000 + 130_000 + 160_000) / 3;
    expect(row(longer, "methods", "average").amount).toBeCloseTo(average, 6);
    const growth = 160_000 * (1 + (0.1 + 20 / 110 + 30 / 130) / 3);
    expect(row(longer, "methods", "growth").amount).toBeCloseTo(growth, 6);
    // Months, not quarters, at 27,000 on average, and 160,000 are won in this one already
    expect(row(longer, "methods", "series").amount).toBeGreaterThanOrEqual(160_000);
    expect(row(longer, "methods", "series").amount).toBeLessThan(160_000 + 3 * 40_000);
  });

  it("says of the ensemble what it was learned from, and takes the usual weights for another period", () => {
    const past = ["2025-04-30", "2025-08-10", "2025-11-10", "2026-02-10"].map((day, at) => ({
      opportunityId: `P${at}`,
      stage: "Closed Won",
      amount: 100_000,
      closeDate: on(day),
      createdDate: on(day) - 10,
    }));
    const opportunities = tableOf([...deals, ...past] as typeof deals);
    const longer = built({ opportunities });
    const { how, amount } = row(longer, "methods", "ensemble");
    expect(how).toMatch(/^Learned at this point of \d past quarters, missed by \d+ % there$/);
    const reading = longer.sections.find(({ id }) => id === "methods")?.reading;
    expect(reading).toMatch(/ The ensemble leans on [A-Z].* \d+ %, .* \d+ %, .* \d+ %\.$/);
    const members = ["weighted", "average", "series", "pace", "existing_new", "conversion"].flatMap(
      (id) => Number(row(longer, "methods", id).amount ?? []),
    );
    expect(amount).toBeGreaterThan(Math.min(...members));
    expect(amount).toBeLessThan(Math.max(...members));
    const next = periodFromLabel("2026-Q3", settings.calendar);
    const later = built({ opportunities }, { period: next });
    expect(row(later, "methods", "ensemble").how).toMatch(/at 40, 30, 20, 10 %/);
    expect(row(later, "methods", "pace").amount).toBeUndefined();
  });

  it("warns of chances that the past does not bear out, and not of a few decided deals", () => {
    const lost = Array.from({ length: 40 }, (_, at) => ({
      opportunityId: `L${at}`,
      stage: "Closed Lost",
      amount: 50_000,
      closeDate: on("2026-02-01"),
    }));
    const warned = built({ opportunities: tableOf([...deals, ...lost] as typeof deals) });
    const finding = (one: Report) =>
      one.sections.flatMap(({ findings = [] }) => findings).find(({ id }) => id === "chances");
    // 278 of 490 thousand; 100 + 60 + 40 + 84 (70,000 won tomorrow is in USD) of them and 30 + 2,000 lost.
    expect(finding(warned)?.what).toContain(
      "expect 57 % of the open amount to be won; of 45 decided",
    );
    expect(finding(report)).toBeUndefined();
    // Of 240 thousand, 160 are won: the chance is good, if the 57 % hold.
    const chanceWith = (tables: Record<string, unknown>) => {
      const easy = tableOf(quotas.rows.map((one) => ({ ...one, quotaAmount: 240_000 })));
      const one = built({ ...tables, quotas: easy });
      return [one.answer, one.figures.find(({ id }) => id === "prob_of_quota")?.status];
    };
    expect(chanceWith({ opportunities: tableOf([...deals, ...lost] as typeof deals) })).toEqual([
      expect.stringContaining("chance of quota (if the probabilities hold)"),
      "warning",
    ]);
    expect(chanceWith({})).toEqual([expect.stringMatching(/chance of quota \(.*likely\)/), "good"]);
  });

  it("stays short once the period is over", () => {
    const period = periodFromLabel("2026-Q1", settings.calendar);
    const ids = built({}, { period }).sections.map(({ id }) => id);
    for (const id of ["scenarios", "made_of", "methods", "deciding", "assumptions", "needed"])
      expect(ids).not.toContain(id);
  });
});

describe("the bridge from the last forecast", () => {
  const changes = tableOf([
    {
      opportunityId: "D06",
      changedAt: on("2026-05-13"),
      field: "Stage",
      fromValue: "Discovery",
      toValue: "Negotiation",
    },
  ]);
  const logged = (asOf: string, value: number, period = "2026-Q2") => ({
    runAt: on(asOf),
    report: "forecast",
    period,
    asOf: on(asOf),
    figureId: "expected",
    value,
    settingsHash: "",
  });

  it("starts from what the log says, closes to what is expected now and has a check", () => {
    const forecastLog = tableOf([
      logged("2026-05-01", 1),
      logged("2026-05-10", 300_000),
      logged("2026-05-10", 310_000),
      logged("2026-05-12", 7, "2026-Q1"),
      logged("2026-05-15", 9),
    ]);
    const report = built({ opportunityHistory: changes, forecastLog });
    const rows = table(report, "bridge").rows;
    expect(rows[0]?.cells).toMatchObject({
      what: "Expected on 2026-05-10, as logged",
      amount: 310_000,
    });
    const sum = rows.reduce((total, { cells }) => total + Number(cells.amount), 0);
    expect(sum).toBeCloseTo(438_000, 6);
    // D02 was won on 15 May, 60,000 at the euro's rate; it was open and is weighed in nowhere before.
    expect(rows.map(({ key }) => key)).toContain("won");
    // D06 went from 0.2 to 0.8 of its 200,000.
    expect(rows.find(({ key }) => key === "probability")?.cells.amount).toBeCloseTo(120_000, 6);
    expect(report.checks.find(({ id }) => id === "bridge_adds_up")?.value).toBe(0);
  });

  it("looks a week back without a log, and is left out without any history", () => {
    const report = built({ opportunityHistory: changes });
    expect(table(report, "bridge").rows[0]?.cells.what).toBe("Expected on 2026-05-08");
    expect(built().sections.map(({ id }) => id)).not.toContain("bridge");
  });
});

it("names the deals of the period that no amount holds, because nothing converts their currency", () => {
  const report = built();
  const findings = report.sections.flatMap(({ findings: found }) => found ?? []);
  const rate = findings.find(({ id }) => id === "no_rate");
  const pounds = deals.filter(({ currency }) => currency === "GBP");
  expect(pounds).toHaveLength(1);
  expect(rate?.evidence).toEqual(pounds.map(({ opportunityId }) => opportunityId));
  expect(rate?.what).toMatch(/^1 deal worth GBP .* is in no amount of the period/);
  const known = tableOf(deals.filter(({ currency }) => currency !== "GBP"));
  const without = built({ opportunities: known }).sections.flatMap(
    ({ findings: found }) => found ?? [],
  );
  expect(without.find(({ id }) => id === "no_rate")).toBeUndefined();
});
