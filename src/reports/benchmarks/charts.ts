import { sayPercent } from "../parts/words.ts";
import type { ReportChart, ReportTable } from "../report.ts";

const BLUE = "#1a73e8";
const GREY = "#5f6368";

const num = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);

function quarterChart(quarters: ReportTable): readonly ReportChart[] {
  const [first] = quarters.rows;
  const last = quarters.rows[quarters.rows.length - 1];
  const rate = num(last?.cells.rate);
  if (quarters.rows.length < 2 || rate === undefined) return [];
  const hasRange = num(first?.cells.from) !== undefined;
  return [
    {
      id: "quarters_chart",
      kind: "line",
      title: `Win rate ${sayPercent(rate)} in ${String(last?.cells.quarter)}`,
      subtitle: hasRange
        ? "Share of decided deals won by quarter, and the published range"
        : "Share of decided deals won by quarter",
      table: quarters.id,
      category: "quarter",
      series: [
        { column: "rate", label: "Win rate", colour: BLUE },
        ...(hasRange
          ? [
              { column: "from", label: "Published from", colour: GREY },
              { column: "to", label: "Published to", colour: GREY },
            ]
          : []),
      ],
      categoryTitle: "Quarter",
      valueTitle: "Win rate",
      format: "percent",
      place: "main",
    },
  ];
}

function cycleChart(segments: ReportTable, place: "main" | "side"): readonly ReportChart[] {
  const known = segments.rows.filter(({ cells }) => num(cells.median) !== undefined);
  if (known.length < 2 || known.length < segments.rows.length) return [];
  const slowest = [...known].sort(
    (one, other) => (num(other.cells.median) ?? 0) - (num(one.cells.median) ?? 0),
  )[0];
  return [
    {
      id: "cycle_chart",
      kind: "bar",
      title: `${String(slowest?.cells.group)} takes longest`,
      subtitle: "Median days from created to won, by segment",
      table: segments.id,
      category: "group",
      first: segments.rows.length,
      series: [{ column: "median", label: "Median days", colour: BLUE }],
      categoryTitle: "Segment",
      valueTitle: "Days",
      format: "days",
      place,
    },
  ];
}

export function benchmarkCharts(
  quarters: ReportTable,
  segments: ReportTable,
): readonly ReportChart[] {
  const main = quarterChart(quarters);
  return [...main, ...cycleChart(segments, main.length > 0 ? "side" : "main")];
}
