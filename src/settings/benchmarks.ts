import type { Benchmark, BenchmarkMetric } from "../core/benchmarks/benchmark.ts";
import { choice, number, text } from "./inputs.ts";
import { type List, listRow, readList, sheetColumns } from "./list.ts";
import { benchmarkMetrics, benchmarkRows } from "./presets/benchmarkRows.ts";
import type { Read, SettingCells, Subject } from "./subject.ts";

const SHEET = "Benchmarks";

const labels = Object.values(benchmarkMetrics).map(({ label }) => label);

type Row = Omit<Benchmark, "metric"> & { readonly metric: string };

const limit = (label: string, about: string) => ({
  label,
  about: `${about} A percent is 20 or 20%.`,
  width: 70,
  input: number(0, 100000),
  default: undefined,
});

const list: List<Row> = {
  metric: {
    label: "Metric",
    about: "What is compared.",
    width: 250,
    input: choice(labels),
    default: "",
    needed: true,
  },
  group: {
    label: "Group",
    about:
      "Segment, type of deal or stage that it holds for, or Top 10% for what the best reach; blank: all.",
    width: 120,
    input: text(),
    default: "",
  },
  low: limit("Low", "Lower end of the published range."),
  high: limit(
    "High",
    "Upper end of the published range; of an average, the same as the lower end.",
  ),
  target: limit("Target", "Your own aim, if you have one; the report then reads against it."),
  source: {
    label: "Published by",
    about: "Who published it, on what data.",
    width: 380,
    input: text(),
    default: "",
  },
  dated: {
    label: "Dated",
    about: "When it was published, or read where it gives no date.",
    width: 100,
    input: text(),
    default: "",
  },
};

const columns = sheetColumns(list);

function metricOf(label: string): BenchmarkMetric | undefined {
  const entries = Object.entries(benchmarkMetrics) as [BenchmarkMetric, { label: string }][];
  return entries.find(([, one]) => one.label === label)?.[0];
}

/**
 * 20% is .2 to the sheet; a published percent below 1 is none that a report compares. Retention goes beyond 100%, which
 * is 1 to the sheet, and not to five times that.
 */
const percent = (metric: BenchmarkMetric) => (value: number | undefined) =>
  value !== undefined && value <= (metric === "netRetention" ? 5 : 1)
    ? Number((value * 100).toPrecision(12))
    : value;

/** Reads the published numbers; a sheet with its heading alone compares with nothing. */
export function readBenchmarks(cells: SettingCells | undefined): Read<readonly Benchmark[]> {
  const { rows, issues } = readList(SHEET, list, cells);
  if (rows === undefined) return { value: benchmarkRows, issues };
  const value = rows.flatMap(({ row }): Benchmark[] => {
    const metric = metricOf(row.metric);
    if (metric === undefined) return [];
    const own =
      benchmarkMetrics[metric].unit === "%" ? percent(metric) : (one: number | undefined) => one;
    return [{ ...row, metric, low: own(row.low), high: own(row.high), target: own(row.target) }];
  });
  return { value, issues };
}

export const benchmarks: Subject<readonly Benchmark[]> = {
  id: "benchmarks",
  sheet: SHEET,
  range: "REVOPS_BENCHMARKS",
  about:
    "Published numbers, each with its source and date, that the Benchmarks report holds yours against.",
  columns,
  key: ["Metric", "Group", "Published by"],
  lines: [],
  defaults: benchmarkRows,
  read: readBenchmarks,
  toCells: (value) => [
    columns.map((column) => column.label),
    ...value.map((row) => listRow(list, { ...row, metric: benchmarkMetrics[row.metric].label })),
  ],
};
