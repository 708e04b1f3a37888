import { groupChanges } from "../../core/winloss/groupChanges.ts";
import { sayHidden } from "../parts/words.ts";
import type { ReportTable, TableRow } from "../report.ts";
import { LEVEL, type Numbers } from "./numbers.ts";

const MOST_ROWS = 10;

/** Win rates of the same groups in the period looked at and in the one it is compared with. */
export function changesTable({ deals, before, factors }: Numbers): ReportTable {
  const changes = groupChanges(before, deals, factors, LEVEL);
  return {
    id: "changes",
    columns: [
      { id: "factor", label: "Factor", format: "text", span: 2 },
      { id: "value", label: "Value", format: "text", span: 2 },
      { id: "before", label: "Before", format: "percent", span: 1 },
      { id: "now", label: "Now", format: "percent", span: 1 },
      { id: "change", label: "Change", format: "percent", span: 1 },
      { id: "low", label: "95% from", format: "percent", span: 1 },
      { id: "high", label: "to", format: "percent", span: 1 },
      { id: "false", label: "False findings", format: "percent", span: 1 },
      {
        id: "verdict",
        label: "Reading",
        format: "text",
        span: 2,
        status: { rose: "good", fell: "bad" },
      },
    ],
    rows: changes.slice(0, MOST_ROWS).map(
      (one): TableRow => ({
        key: `${one.factor.word}: ${one.name}`,
        cells: {
          factor: one.factor.label,
          value: one.name,
          before: one.before,
          now: one.now,
          change: one.change,
          low: one.low,
          high: one.high,
          false: one.falseRate,
          verdict: one.verdict,
        },
      }),
    ),
    more: sayHidden(changes.length - MOST_ROWS, "less certain change", "not shown"),
    empty: "Not enough data: no group has 20 decided deals in both periods.",
  };
}
