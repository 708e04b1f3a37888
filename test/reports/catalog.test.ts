import { describe, expect, it } from "vitest";
import { periodOf } from "../../src/core/calendar/period.ts";
import { reports } from "../../src/reports/catalog.ts";
import type { Report, ReportTable, TableRow } from "../../src/reports/report.ts";
import { defaultSettings } from "../../src/settings/defaultSettings.ts";
import type { Tables } from "../../src/tables/tables.ts";
import { asOf, on, request } from "./company.ts";
import { hubspotDummy, mavenCrm, salesWave, tableOf, zohoSample } from "./dataSets.ts";
import { evaluate } from "./formulas.ts";

const tablesOf = (report: Report): ReportTable[] =>
  report.sections.flatMap(({ table }) => table ?? []);

function expectClose(actual: unknown, expected: unknown, what: string) {
  if (typeof expected === "number" && typeof actual === "number") {
    const size = Math.max(1, Math.abs(expected));
    expect(Math.abs(actual - expected) / size, `${what}: ${actual} for ${expected}`).toBeLessThan(
      1e-9,
    );
  } else expect(actual, what).toEqual(expected);
}

/** What holds for every report on every data set. */
function expectContract(report: Report) {
  const ids = report.figures.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(report.figures.filter(({ headline }) => headline).length).toBeGreaterThanOrEqual(4);
  expect(report.figures.filter(({ headline }) => headline).length).toBeLessThanOrEqual(6);
  for (const { value, words } of report.figures) {
    expect(words.length).toBeGreaterThan(10);
    if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
  }
  for (const figure of report.figures) {
    if (figure.value === undefined) expect(figure.formula).toBeUndefined();
    else if (figure.formula) expectClose(evaluate(figure.formula, report), figure.value, figure.id);
  }
  for (const check of report.checks) {
    expect(check.value, check.label).toBe(0);
    if (check.formula) expectClose(evaluate(check.formula, report), 0, check.label);
  }
  for (const table of tablesOf(report)) expectTable(table, report);
  for (const chart of report.charts) {
    const table = tablesOf(report).find(({ id }) => id === chart.table);
    const columns = table?.columns.map(({ id }) => id) ?? [];
    expect(columns).toEqual(expect.arrayContaining([chart.category]));
    expect(columns).toEqual(expect.arrayContaining(chart.series.map(({ column }) => column)));
    expect(table?.rows.length).toBeGreaterThan(0);
  }
  const places = report.charts.map(({ place }) => place);
  expect(places.length).toBeLessThanOrEqual(4);
  // Two stand side by side, one of each width; more of them are all of one size.
  if (places.length <= 2) expect(new Set(places).size).toBe(places.length);
  const text = JSON.stringify(report);
  expect(text).not.toMatch(/undefined|NaN|Infinity|\[object/);
}

function expectTable(table: ReportTable, report: Report) {
  const spans = table.columns.reduce((sum, { span }) => sum + span, 0);
  expect(spans, table.id).toBeLessThanOrEqual(12);
  const keys = table.rows.map(({ key }) => key);
  expect(new Set(keys).size, `keys of ${table.id}`).toBe(keys.length);
  expect(keys).not.toContain("");
  const columns = new Set(table.columns.map(({ id }) => id));
  const rows: TableRow[] = [...table.rows.slice(0, 200), ...(table.total ? [table.total] : [])];
  for (const row of rows) {
    for (const [id, formula] of Object.entries(row.formulas ?? {})) {
      expect(columns, `${table.id}.${id}`).toContain(id);
      expectClose(evaluate(formula, report, row), row.cells[id], `${table.id}/${row.key}/${id}`);
    }
  }
}

/** The outside data, each as one request: what reports make of its history is made once. */
const knownRequests = process.env.REVOPS_DATA
  ? [
      { tables: salesWave(), day: "2017-06-01" },
      { tables: mavenCrm(), day: "2017-12-31" },
      { tables: zohoSample(), day: "2021-04-15" },
      { tables: hubspotDummy(), day: "2025-06-01" },
    ].map(({ tables, day }) => ({
      tables,
      settings: defaultSettings,
      asOf: on(day),
      period: periodOf(on(day), "quarter", defaultSettings.calendar),
    }))
  : [];

const EMPTY: Tables = {};
const ONE_OPEN: Tables = {
  opportunities: tableOf([{ opportunityId: "1", stage: "Proposal", amount: 5, closeDate: asOf }]),
};

const NAMED = [
  "context",
  "scoring",
  "risk",
  "requiredFields",
  "hygieneRules",
  "territories",
  "lossReasons",
  "limits",
  "frameworks",
  "benchmarks",
  "categoryTests",
];

describe.each(reports)("report $name", ({ build, settings: named = [] }) => {
  it("looks at no settings sheet that it does not name: the others are not read for it", () => {
    const looked = new Set<string>();
    const asked = request();
    const settings = new Proxy(asked.settings, {
      get: (all, key) => {
        looked.add(String(key));
        return Reflect.get(all, key);
      },
    });
    build({ ...asked, settings });
    expect([...looked].filter((key) => NAMED.includes(key)).sort()).toEqual([...named].sort());
  });

  it("keeps its contract on the small company: formulas come to their values, checks are 0", () => {
    expectContract(build(request()));
  });

  it("keeps it before, at and after the period", () => {
    for (const day of ["2026-01-31", "2026-04-01", "2026-06-30", "2026-08-01"]) {
      expectContract(build(request({ asOf: on(day) })));
    }
  });

  it("keeps it without data, with one open deal, without quotas and with nobody's amounts", () => {
    const noAmounts = tableOf(
      request().tables.opportunities?.rows.map(({ amount: _, ...deal }) => deal) ?? [],
    );
    for (const tables of [EMPTY, ONE_OPEN, { ...request().tables, quotas: undefined }]) {
      expectContract(build(request({ tables })));
    }
    expectContract(build(request({ tables: { ...request().tables, opportunities: noAmounts } })));
  });

  it("says first what is missing when there are no deals", () => {
    expect(build(request({ tables: EMPTY })).answer).toMatch(/^There are no (?:deals|records) yet/);
  });

  it.skipIf(!process.env.REVOPS_DATA)("keeps it on every known data set", () => {
    for (const known of knownRequests) {
      expect(known.tables.opportunities?.rows.length).toBeGreaterThan(100);
      expectContract(build(known));
    }
  });
});
