import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { isoFromDay } from "../../src/core/calendar/day.ts";
import { opportunities } from "../../src/tables/opportunities.ts";
import { progress, progressDone } from "../../workbench/cli/progress.ts";
import type { FormulaCell } from "../../workbench/host/formulas.ts";
import { type Host, parseWorkbook } from "../../workbench/host/host.ts";
import { backtestBench } from "./backtestBench.ts";
import { bundleBench } from "./bundleBench.ts";
import { dealFiles } from "./dealFiles.ts";
import { coverageBench, distributionBench } from "./distributionBench.ts";
import { duplicatesBench } from "./duplicatesBench.ts";
import { ensembleBench } from "./ensembleBench.ts";
import { functionBench } from "./functionBench.ts";
import { duration } from "./measure.ts";
import { newPage, type Page } from "./page.ts";
import { pageBench } from "./pageBench.ts";
import { type Measured, runCompany } from "./reportBench.ts";
import { riskBench } from "./riskBench.ts";
import { seriesBench } from "./seriesBench.ts";
import { stageBench, winBench } from "./winBench.ts";

const OUT = "docs/BENCHMARKS.md";
const SMALL = 10_000;
const LARGE = 100_000;
/** What the large company runs a second time: a long sheet to compare, and a long history. */
const LARGE_AGAIN = ["data-quality", "what-changed"];

const page = newPage(
  [
    "# Benchmarks",
    "",
    `Measured by \`npm run bench\` on the built add-on in the local host: Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} cores. Times of another machine differ; the ratios of one run hold. Service calls are those that Apps Script would make; their time in Sheets is estimated from typical ones. Actions are of one run.`,
  ],
  (line) => {
    progressDone();
    console.log(line);
  },
);

const alone = { risk: riskBench, backtest: backtestBench }[process.argv[2] ?? ""];
if (alone) {
  alone(page);
  process.exit();
}
progress("the script");
bundleBench(page);
progress("making the deals");
const small = dealFiles(SMALL);
const { host, measured } = runCompany(small, { progress });
functionBench(page, host, dealRange(host), isoFromDay(small.asOf));
distributionBench(page, host);
coverageBench(page);
progress("stage probabilities of two hundred companies, a minute or two");
stageBench(page);
duplicatesBench(page);
progress("the page in a browser, some minutes");
await pageBench(page, parseWorkbook(host.save()));
if (process.env.REVOPS_DATA) {
  seriesBench(page, process.env.REVOPS_DATA);
  ensembleBench(page, process.env.REVOPS_DATA);
  winBench(page, process.env.REVOPS_DATA);
}
progress("the backtest, some minutes");
backtestBench(page);
progress("the deal risk");
riskBench(page);
progress("making more deals");
const ended = actionRows(page, measured);
runCompany(dealFiles(LARGE), { progress, again: LARGE_AGAIN, ended });
ended();
progressDone();
writeFileSync(OUT, page.text());
console.log(`\nThe tables are in ${OUT}.`);

/** The deals' sheet as a formula's argument. */
function dealRange(host: Host): FormulaCell[][] {
  const sheet = host.workbook.sheets.find(({ name }) => name === opportunities.sheet);
  if (!sheet) throw new Error(`The workbook has no sheet ${opportunities.sheet}.`);
  const header = (sheet.values[0] ?? []).map(String);
  const kinds = header.map(
    (label) => opportunities.columns.find((column) => column.label === label)?.kind,
  );
  const isDate = kinds.map((kind) => kind === "date" || kind === "datetime");
  const rows = sheet.values.filter((row) => row?.[0] !== undefined && row[0] !== null);
  return rows.map((row) =>
    header.map((_, at) => ({
      value: row[at] ?? null,
      isDate: isDate[at] === true && typeof row[at] === "number",
    })),
  );
}

/** Imports and reports, small beside large: a row for each action of the large company as it ends, at last those that it left out. */
function actionRows(to: Page, some: readonly Measured[]): (many?: Measured) => void {
  const count = (rows: number) => rows.toLocaleString("en");
  to.section("Imports and reports, deals of 20 columns", [
    "what",
    `${count(SMALL)} deals`,
    `${count(LARGE)} deals`,
    "ratio",
    "per 1,000 deals",
    `calls at ${count(SMALL)}`,
    `calls at ${count(LARGE)}`,
    "their time in Sheets, about",
  ]);
  const left = [...some];
  return (b) => {
    while (left.length > 0) {
      const a = left.shift();
      if (a === undefined) return;
      const large = a.what === b?.what ? b : undefined;
      const longest = large ?? a;
      to.row(
        a.what,
        duration(a.ms),
        large ? duration(large.ms) : "",
        large ? `${(large.ms / a.ms).toFixed(1)} x` : "",
        duration((longest.ms * 1000) / longest.rows),
        String(a.calls),
        large ? String(large.calls) : "",
        duration(longest.platformMs),
      );
      if (large) return;
    }
  };
}
