import { againstRange, type Reading } from "../../core/benchmarks/againstRange.ts";
import type { Benchmark } from "../../core/benchmarks/benchmark.ts";
import { benchmarkMetrics } from "../../settings/presets/benchmarkRows.ts";
import { sayHidden, sayNumber } from "../parts/words.ts";
import type { ReportTable, TableRow } from "../report.ts";
import { ENOUGH, type Own, ownNumber } from "./own.ts";
import type { Past } from "./past.ts";

const MOST_ROWS = 20;

export type Verdict = Reading | "not enough data";

/** A published number beside one's own. */
export type Compared = { readonly row: Benchmark; readonly own: Own; readonly verdict: Verdict };

const ORDER: readonly Verdict[] = [
  "behind",
  "ahead",
  "in range",
  "no clear difference",
  "not enough data",
];

/** An aim of one's own comes before what others published. */
function verdictOf({ metric, low, high, target }: Benchmark, own: Own): Verdict | undefined {
  if (own.count !== undefined && own.count < ENOUGH) return "not enough data";
  const { better } = benchmarkMetrics[metric];
  if (target === undefined) return againstRange(own, { low, high }, better);
  const aim =
    better === "higher" ? { low: target, high: undefined } : { low: undefined, high: target };
  return againstRange(own, aim, better);
}

/** All published numbers that have one of one's own beside them; the worst first. */
export function comparedWith(past: Past): readonly Compared[] {
  const found = past.book.request.settings.benchmarks.flatMap((row): Compared[] => {
    const own = ownNumber(past, row);
    const verdict = own && verdictOf(row, own);
    return own && verdict ? [{ row, own, verdict }] : [];
  });
  return ORDER.flatMap((verdict) => found.filter((one) => one.verdict === verdict));
}

/** `20 to 30`, `at most 5`, `at least 15`, or the one number of a published average. */
export function sayRange({ low, high }: Pick<Benchmark, "low" | "high">): string {
  const say = (value: number) => sayNumber(value, 1);
  if (low === undefined) return high === undefined ? "" : `at most ${say(high)}`;
  if (high === undefined) return `at least ${say(low)}`;
  return low === high ? say(low) : `${say(low)} to ${say(high)}`;
}

const round = (value: number | undefined) =>
  value === undefined ? undefined : Math.round(value * 10) / 10;

export function comparedTable(compared: readonly Compared[]): ReportTable {
  const hidden = compared.length - MOST_ROWS;
  return {
    id: "compared",
    columns: [
      { id: "metric", label: "Metric", format: "text", span: 3 },
      { id: "group", label: "Group", format: "text", span: 1 },
      { id: "own", label: "Yours", format: "number", span: 1 },
      { id: "low", label: "95% from", format: "number", span: 1 },
      { id: "high", label: "to", format: "number", span: 1 },
      { id: "count", label: "Records", format: "integer", span: 1 },
      { id: "published", label: "Published", format: "text", span: 1 },
      { id: "target", label: "Your target", format: "number", span: 1 },
      {
        id: "reading",
        label: "Reading",
        format: "text",
        span: 2,
        status: { ahead: "good", "on target": "good", behind: "bad" },
      },
    ],
    rows: compared.slice(0, MOST_ROWS).map(
      ({ row, own, verdict }): TableRow => ({
        key: `${row.metric} ${row.group} ${row.source}`,
        cells: {
          metric: benchmarkMetrics[row.metric].label,
          group: row.group === "" ? "All" : row.group,
          own: round(own.value),
          low: round(own.low),
          high: round(own.high),
          count: own.count,
          published: sayRange(row),
          target: row.target,
          reading: row.target !== undefined && verdict === "in range" ? "on target" : verdict,
        },
      }),
    ),
    more: sayHidden(hidden, "more row", "with less to say not shown"),
    empty: "Nothing to compare: no published number has one of yours beside it.",
  };
}

/** Where each published number comes from, in the order of the comparison. */
export function sourcesTable(compared: readonly Compared[]): ReportTable {
  return {
    id: "sources",
    columns: [
      { id: "metric", label: "Metric", format: "text", span: 3 },
      { id: "group", label: "Group", format: "text", span: 1 },
      { id: "published", label: "Published", format: "text", span: 2 },
      { id: "source", label: "By", format: "text", span: 5 },
      { id: "dated", label: "Dated", format: "text", span: 1 },
    ],
    rows: compared.slice(0, MOST_ROWS).map(
      ({ row }): TableRow => ({
        key: `${row.metric} ${row.group} ${row.source}`,
        cells: {
          metric: benchmarkMetrics[row.metric].label,
          group: row.group === "" ? "All" : row.group,
          published: sayRange(row),
          source: row.source,
          dated: row.dated,
        },
      }),
    ),
    empty: "No published number is used.",
  };
}
