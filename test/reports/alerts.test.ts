import { describe, expect, it } from "vitest";
import type { Alert } from "../../src/core/alerts/alert.ts";
import { alerts } from "../../src/reports/alerts.ts";
import { pipelineReview } from "../../src/reports/pipelineReview.ts";
import type { Report } from "../../src/reports/report.ts";
import { defaultSettings } from "../../src/settings/defaultSettings.ts";
import type { LimitRow } from "../../src/settings/presets/limitRows.ts";
import type { ForecastLogRow } from "../../src/tables/forecastLog.ts";
import { asOf, request } from "./company.ts";
import { tableOf } from "./dataSets.ts";
import { figuresOf } from "./figuresOf.ts";

const row = (figure: LimitRow["figure"], more: Partial<LimitRow>): LimitRow => ({
  figure,
  lower: undefined,
  upper: undefined,
  severity: "high",
  owner: "Manager",
  inRegister: false,
  source: "",
  ...more,
});
const rowsOf = (report: Report, id: string) =>
  report.sections.find((section) => section.id === id)?.table?.rows ?? [];
const keptIn = (report: Report, table: string) =>
  (report.kept?.find((one) => one.table === table)?.rows ?? []) as Record<string, unknown>[];

function check(
  limits: readonly LimitRow[],
  log: readonly Alert[] = [],
  more: { logged?: readonly ForecastLogRow[]; day?: number } = {},
) {
  const { tables, settings } = request();
  return alerts.build(
    request({
      asOf: more.day ?? asOf,
      settings: { ...settings, limits },
      tables: { ...tables, alerts: tableOf(log), forecastLog: tableOf(more.logged ?? []) },
    }),
  );
}

const logged = (value: number, day: number, runAt = day): ForecastLogRow => ({
  runAt,
  report: "data-quality",
  period: request().period.label,
  asOf: day,
  figureId: "score",
  value,
  settingsHash: "",
});

describe("alerts", () => {
  it("watches the very figures of the other reports", () => {
    const { coverage, largest } = figuresOf(pipelineReview.build(request()));
    const report = check([row("coverage", { lower: 1000 }), row("largest", { upper: 100 })]);
    expect(keptIn(report, "alerts")).toMatchObject([
      { figure: "coverage", value: coverage, limit: 1000, beyond: 1000 - Number(coverage) },
    ]);
    const [, within] = rowsOf(report, "watched");
    expect(within?.cells).toMatchObject({ state: "▲ within", upper: "100 %" });
    expect(Number.parseFloat(String(within?.cells.value))).toBeCloseTo(100 * Number(largest), 1);
    expect(report.answer).toMatch(/^1 limit of 2 crossed: Coverage [\d.]+ x, below 1,000 x by/);
  });

  it("tells it once, then still, then back within; an acknowledgement stays", () => {
    const limits = [row("coverage", { lower: 1000 })];
    const first = check(limits);
    expect(first.sections[0]?.findings).toHaveLength(1);
    const log = keptIn(first, "alerts") as unknown as Alert[];
    const seen = log.map((alert) => ({ ...alert, acknowledged: "Ana" }));
    const second = check(limits, seen, { day: asOf + 7 });
    expect(second.sections[0]?.findings).toEqual([]);
    expect(second.answer).toMatch(/^No limit was crossed anew: 1 still outside, 1 acknowledged\./);
    expect(rowsOf(second, "open")[0]?.cells).toMatchObject({ since: asOf, acknowledged: "Ana" });
    const third = check([row("coverage", { lower: 0 })], seen, { day: asOf + 14 });
    expect(third.answer).toMatch(/^The one figure that is known is within its limits\.$/);
    expect(rowsOf(third, "back")[0]?.cells).toMatchObject({ since: asOf, back: asOf + 14 });
  });

  it("keeps an action in the register for a limit that wants one, for as long as it is crossed", () => {
    const actions = (inRegister: boolean) =>
      keptIn(check([row("coverage", { lower: 1000, inRegister })]), "actions");
    expect(actions(false)).toEqual([]);
    expect(actions(true)).toMatchObject([{ actionId: "alerts/coverage", state: "Open" }]);
    const log = keptIn(check([row("coverage", { lower: 1000 })]), "alerts") as unknown as Alert[];
    const later = check([row("coverage", { lower: 1000, inRegister: true })], log, {
      day: asOf + 7,
    });
    expect(keptIn(later, "actions")).toMatchObject([
      { actionId: "alerts/coverage", state: "Open" },
    ]);
  });

  it("takes the last run of a slow report, unless it is too old, and says which are missing", () => {
    const limits = [row("quality", { lower: 90 })];
    const value = (runs: readonly ForecastLogRow[]) =>
      rowsOf(check(limits, [], { logged: runs }), "watched")[0]?.cells.value;
    expect(value([logged(0.5, asOf - 2), logged(0.8, asOf - 1)])).toBe("80 %");
    expect(value([logged(0.8, asOf - 1, 2), logged(0.7, asOf - 1, 3)])).toBe("70 %");
    expect(value([logged(0.8, asOf - 36)])).toBe("");
    expect(check(limits).answer).toBe(
      "None of the figures that have a limit is known. 1 figure with a limit is not known; this period lacks a run of Data quality.",
    );
  });

  it("says so where nothing is watched or there are no deals, and keeps nothing then", () => {
    expect(check([]).answer).toMatch(/^No figure has a limit/);
    expect(check([row("coverage", { lower: 3, severity: "off" })]).answer).toMatch(/^No figure/);
    const report = alerts.build(request({ tables: {}, settings: defaultSettings }));
    expect(report.answer).toMatch(/^There are no deals yet/);
    expect(report.kept).toBeUndefined();
  });
});
