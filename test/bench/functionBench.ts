import type { FormulaArgument, FormulaCell } from "../../workbench/host/formulas.ts";
import type { Host } from "../../workbench/host/host.ts";
import { duration, medianOf } from "./measure.ts";
import type { Page } from "./page.ts";

const cell = (value: string | number | boolean | null): FormulaCell => ({ value, isDate: false });

/** Amounts between 1,000 and 99,999 without a random source. */
const amounts = (rows: number): FormulaCell[][] =>
  Array.from({ length: rows }, (_, row) => [cell(1000 + ((row * 7919) % 99_000))]);
const chances = (rows: number): FormulaCell[][] =>
  Array.from({ length: rows }, (_, row) => [cell((1 + (row % 9)) / 10)]);

/** Custom functions over whole columns, called as a cell calls them, the script being loaded. */
export function functionBench(
  page: Page,
  host: Host,
  deals: readonly (readonly FormulaCell[])[],
  asOf: string,
): void {
  page.section("Custom functions", [
    "what",
    "cells",
    "median",
    "per 1,000 rows",
    "against 10,000 rows",
  ]);
  const measure = (
    label: string,
    name: string,
    args: (rows: number) => FormulaArgument[],
    sizes: readonly number[],
    width: number,
  ) => {
    let first: number | undefined;
    for (const rows of sizes) {
      const given = args(rows);
      const ms = medianOf(rows > 10_000 ? 5 : 11, () => checked(host.callFunction(name, given)));
      first ??= ms;
      page.row(
        label,
        (rows * width).toLocaleString("en"),
        duration(ms),
        duration((ms * 1000) / rows),
        rows === sizes[0] ? "" : `${(ms / first).toFixed(1)} x`,
      );
    }
  };
  measure("COVERAGE", "COVERAGE", (rows) => [amounts(rows), cell(1_000_000)], [10_000, 100_000], 1);
  measure(
    "WEIGHTED_FORECAST",
    "WEIGHTED_FORECAST",
    (rows) => [amounts(rows), chances(rows)],
    [10_000, 100_000],
    2,
  );
  const dated = [deals, cell(asOf)];
  measure(
    `DEAL_RISK, ${(deals.length - 1).toLocaleString("en")} deals`,
    "DEAL_RISK",
    () => dated,
    [deals.length - 1],
    deals[0]?.length ?? 0,
  );
}

function checked(outcome: ReturnType<Host["callFunction"]>): void {
  if ("error" in outcome) throw new Error(outcome.message);
}
