import { forecastDistribution } from "../../src/core/forecast/distribution/forecastDistribution.ts";
import type { FormulaCell } from "../../workbench/host/formulas.ts";
import type { Host } from "../../workbench/host/host.ts";
import { rangeCoverage } from "../core/forecast/generatedCompany.ts";
import { duration, medianOf } from "./measure.ts";
import type { Page } from "./page.ts";

const cell = (value: number): FormulaCell => ({ value, isDate: false });
const column = (rows: number, value: (row: number) => number): FormulaCell[][] =>
  Array.from({ length: rows }, (_, row) => [cell(value(row))]);

/** Amounts over three orders of magnitude, in cents, without a random source. */
const amounts = (rows: number) =>
  column(rows, (row) => Math.round(10 ** (3 + ((row * 0.6180339887) % 3)) * 100) / 100);
const STAGES = [0.1, 0.25, 0.4, 0.6, 0.8];
const chances = (rows: number) => column(rows, (row) => STAGES[(row * 7) % 5] ?? 0);

/** The forecast's distribution, called as a cell calls it. */
export function distributionBench(page: Page, host: Host): void {
  page.section("Distribution of the forecast, exact and without simulation", [
    "what",
    "deals",
    "correlation",
    "median",
  ]);
  for (const [rows, correlation] of [
    [10_000, 0.1],
    [100_000, 0],
    [100_000, 0.1],
  ] as const) {
    const given = amounts(rows).map(([one], row) => ({
      amount: Number(one?.value),
      probability: STAGES[(row * 7) % 5] ?? 0,
    }));
    const ms = medianOf(11, () => forecastDistribution(given, { correlation }).quantile(0.1));
    const count = rows.toLocaleString("en");
    page.row("a quantile, without reading cells", count, `${correlation * 100} %`, duration(ms));
  }
  const measure = (name: string, rows: number, correlation: number, argument?: number) => {
    const given = [amounts(rows), chances(rows)];
    const more = argument === undefined ? [] : [cell(argument)];
    const ms = medianOf(rows > 10_000 ? 5 : 11, () => {
      const outcome = host.callFunction(name, [...given, ...more, cell(correlation)]);
      if ("error" in outcome) throw new Error(outcome.message);
    });
    page.row(name, rows.toLocaleString("en"), `${correlation * 100} %`, duration(ms));
  };
  for (const rows of [20, 60, 1000, 10_000, 100_000]) measure("FORECAST_QUANTILE", rows, 0, 0.1);
  for (const rows of [20, 60, 1000, 10_000, 100_000]) measure("FORECAST_QUANTILE", rows, 0.1, 0.1);
  for (const rows of [60, 10_000]) measure("FORECAST_DIST", rows, 0.1);
  for (const correlation of [0, 0.1])
    for (const rows of [60, 10_000]) measure("DEALS_THAT_MATTER", rows, correlation, 200_000);
}

const COMPANIES = 200;

/** How often the range of a period's revenue holds what comes, where the truth is known. */
export function coverageBench(page: Page): void {
  page.section(`80 % range over ${COMPANIES} generated companies, deals correlated by 5 %`, [
    "correlation taken",
    "held what came",
    "share",
  ]);
  for (const correlation of [0.05, 0]) {
    const share = rangeCoverage(COMPANIES, correlation);
    const held = `${Math.round(share * COMPANIES)} of ${COMPANIES}`;
    page.row(`${correlation * 100} %`, held, `${(100 * share).toFixed(1)} %`);
  }
}
