import { sayCount, sayHidden, sayNumber } from "../parts/words.ts";
import type { ReportTable, TableRow } from "../report.ts";
import type { Numbers } from "./numbers.ts";
import { MOST_ROWS, RANGE, VERDICT } from "./tables.ts";

/** What goes with winning and losing, over all factors at once; the surest first. */
export function driversTable({ drivers }: Numbers): ReportTable {
  const tested = drivers.filter(({ p }) => p !== undefined);
  return {
    id: "drivers",
    columns: [
      { id: "factor", label: "Factor", format: "text", span: 2 },
      { id: "value", label: "Value", format: "text", span: 2 },
      { id: "deals", label: "Deals", format: "integer", span: 1 },
      ...RANGE,
      { id: "odds", label: "Odds ratio", format: "score", span: 1 },
      { id: "false", label: "False findings", format: "percent", span: 1 },
      VERDICT,
    ],
    rows: tested.slice(0, MOST_ROWS).map(
      (one): TableRow => ({
        key: `${one.factor.word}: ${one.name}`,
        cells: {
          factor: one.factor.label,
          value: one.name,
          deals: one.won + one.lost,
          rate: one.winRate,
          low: one.low,
          high: one.high,
          odds: one.odds?.ratio,
          false: one.falseRate,
          verdict: one.verdict,
        },
      }),
    ),
    more: sayHidden(tested.length - MOST_ROWS, "less certain comparison", "not shown"),
    empty: "Not enough data: no group has 20 decided deals with 20 others beside it.",
  };
}

/** How many of the comparisons tell more than chance. */
export function driversReading(drivers: Numbers["drivers"]): string {
  const tested = drivers.filter(({ p }) => p !== undefined);
  const clear = tested.filter(({ verdict }) => verdict === "wins more" || verdict === "wins less");
  return `${clear.length === 0 ? "None" : sayNumber(clear.length, 0)} of ${sayCount(tested.length, "comparison")} ${clear.length > 1 ? "differ" : "differs"} by more than chance explains; the surest first.`;
}
