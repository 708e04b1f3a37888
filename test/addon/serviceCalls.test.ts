import { beforeAll, describe, expect, it } from "vitest";
import { chunkRows } from "../../sidebar/files/chunkRows.ts";
import type { Answer, ImportResult, ReportRunResult } from "../../src/addon/calls/requests.ts";
import { isoFromDay } from "../../src/core/calendar/day.ts";
import { subjectList } from "../../src/settings/catalog.ts";
import { type Host, openHost, parseWorkbook } from "../../workbench/host/host.ts";
import { sampleCompany } from "../../workbench/sample/sampleCompany.ts";
import type { SampleFile } from "../../workbench/sample/sampleFile.ts";
import { builtScript } from "./builtScript.ts";

/** What one report may cost, whatever the spreadsheet holds. */
const MOST_CALLS = 40;
/** The very first report also makes the Action register, with its list of choices, and the log. */
const FIRST_CALLS = 3;
/** The list of decisions that a new sheet of them offers. */
const CHOICES = 1;
/** Data quality reads nineteen sheets, and makes two that are kept, once. */
const TWO_SHEETS = 8;

function open(workbook?: string): Host {
  return openHost({
    ...(workbook === undefined ? {} : { workbook: parseWorkbook(workbook) }),
    bundle: builtScript(),
    html: { Sidebar: "<p>RevOps</p>" },
    locale: "en_US",
    timeZone: "America/New_York",
    now: () => Date.UTC(2026, 10, 21, 15),
  });
}

function done<T>(answer: unknown): T {
  const { ok, value, message } = answer as Answer<T> & { value: T; message: string };
  if (!ok) throw new Error(message);
  return value;
}

let uploads = 0;

/** Sends a file as the sidebar does; answers with the calls of the import itself. */
function send(host: Host, { name, rows }: SampleFile, date: string): number {
  const token = `upload${++uploads}`;
  for (const chunk of chunkRows(rows)) {
    done(host.call("revopsStageRows", { token, file: name, ...chunk }));
    expect(host.calls().length, `a chunk of ${name}`).toBeLessThanOrEqual(7);
  }
  done<ImportResult>(host.call("revopsImport", { from: { token }, file: name, date, answers: {} }));
  return host.calls().length;
}

function report(host: Host, name: string): number {
  done<ReportRunResult>(host.call("revopsReport", { name }));
  return host.calls().length;
}

const company = sampleCompany({ deals: 700 });
const date = isoFromDay(company.asOf);
const isDeals = ({ name }: SampleFile) => name === "Opportunities.csv";
/** Deals and their history tell stages, whose order and meaning the Stages settings hold. */
const readsSettings = (file: SampleFile) => isDeals(file) || file.name === "OpportunityHistory.csv";
const tabs = ({ workbook }: Host) => workbook.sheets.map(({ name }) => name);

describe("the sample company", () => {
  const first = new Map<string, number>();
  /** The workbook file, right after the import and once a first report has made what all reports share. */
  let [imported, begun] = ["", ""];
  let firstReport = 0;
  beforeAll(() => {
    const host = open();
    for (const file of company.files) first.set(file.name, send(host, file, date));
    imported = host.save();
    firstReport = report(host, "hygiene");
    begun = host.save();
  });

  it("comes in with few calls a file; the first deals make the settings sheets as well", () => {
    for (const [name, calls] of first) {
      const most = name === "Opportunities.csv" ? 40 + 13 * subjectList.length : 30;
      expect(calls, name).toBeLessThanOrEqual(most);
    }
  });

  it("comes in again with hardly any", () => {
    const host = open(imported);
    for (const file of company.files) {
      const calls = send(host, file, date);
      expect(calls, file.name).toBeLessThanOrEqual(readsSettings(file) ? 25 : 16);
    }
  });

  it("takes a week's changes within the budget of a report", () => {
    const host = open(imported);
    const week = isoFromDay(company.asOf + 7);
    for (const file of company.files.filter(isDeals)) {
      const amount = file.rows[0]?.indexOf("Amount") ?? -1;
      expect(amount).toBeGreaterThanOrEqual(0);
      const changed = file.rows.map((row, at) =>
        at === 0 || at > 60 ? row : row.map((cell, column) => (column === amount ? "4321" : cell)),
      );
      expect(send(host, { ...file, rows: changed }, week)).toBeLessThanOrEqual(MOST_CALLS);
    }
  });

  it("has its very first report within the budget", () => {
    expect(firstReport).toBeLessThanOrEqual(MOST_CALLS + FIRST_CALLS);
    expect(report(open(begun), "hygiene"), "second run").toBeLessThanOrEqual(MOST_CALLS);
  });

  it.each(["forecast", "quota"])(
    "has its %s report within the budget, the first time and later",
    (name) => {
      const host = open(begun);
      expect(report(host, name), "first run").toBeLessThanOrEqual(MOST_CALLS);
      expect(report(host, name), "second run").toBeLessThanOrEqual(MOST_CALLS);
    },
  );

  it("keeps its tabs in order: reports, data, settings, what the add-on records", () => {
    const host = open(begun);
    for (const name of ["forecast", "quota"]) report(host, name);
    const names = tabs(host);
    const settings = subjectList.map(({ sheet }) => names.indexOf(sheet));
    const last = (wanted: readonly string[]) =>
      Math.max(...wanted.map((name) => names.indexOf(name)));
    expect(names.slice(0, 3).map((name) => name.split(" ")[0])).toEqual([
      "Hygiene",
      "Forecast",
      "Quota",
    ]);
    expect(last(["Opportunities", "Leads", "Tickets", "Quotas"])).toBeLessThan(
      Math.min(...settings),
    );
    expect(names.slice(Math.min(...settings), Math.max(...settings) + 1)).toHaveLength(
      settings.length,
    );
    for (const name of ["Import log", "Snapshots", "Forecast log"])
      expect(names.indexOf(name), name).toBeGreaterThan(Math.max(...settings));
  });

  it.each([
    ...["pipeline-review", "what-changed", "deal-risk", "deal-card", "my-deals"],
    ...["forecast-accuracy", "calibration", "benchmarks"],
  ])("has its %s report within the budget beside another", (name) => {
    expect(report(open(begun), name)).toBeLessThanOrEqual(MOST_CALLS);
  });

  it.each([
    ["win-loss", 1, 0],
    ["data-quality", 2, TWO_SHEETS + CHOICES],
    ["duplicates", 2, CHOICES],
  ])("has its %s report within the budget, making its %i data sheets too", (name, made, more) => {
    const host = open(begun);
    const tabsBefore = tabs(host).length;
    const first = report(host, name);
    expect(tabs(host)).toHaveLength(tabsBefore + 1 + made);
    expect(first, "first run").toBeLessThanOrEqual(MOST_CALLS + more);
    expect(report(host, name), "second run").toBeLessThanOrEqual(MOST_CALLS);
  });

  it("leaves no upload behind", () => {
    expect(tabs(open(imported))).not.toContain("RevOps upload");
  });
});

describe("the settings sheets", () => {
  it("are made with at most 14 calls each, and looked for with three", () => {
    const host = open();
    host.call("revopsCreateSettings");
    expect(host.calls().length).toBeLessThanOrEqual(14 * subjectList.length);
    host.call("revopsCreateSettings");
    expect(host.calls().length).toBeLessThanOrEqual(3);
  });
});
