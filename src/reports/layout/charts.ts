import type { ChartKind, ReportChart } from "../report.ts";
import type { Draft } from "./draft.ts";
import { CHART_ROWS, COLUMN_PIXELS, GRID_COLUMNS, MAIN_COLUMNS, ROW_PIXELS } from "./grid.ts";
import { axisPattern } from "./numberPattern.ts";
import { LINE, SECONDARY, TEXT } from "./palette.ts";
import type { PlanArea, PlanChart } from "./sheetPlan.ts";

const TYPES: Readonly<Record<ChartKind, string>> = {
  bar: "BAR",
  column: "COLUMN",
  line: "LINE",
  area: "AREA",
  pie: "PIE",
  combo: "COMBO",
  scatter: "SCATTER",
  gauge: "GAUGE",
  waterfall: "WATERFALL",
};

type Options = Record<string, string | number | boolean>;

/** Axis titles; the values of a bar chart run across, those of all others up. */
function axisOptions(chart: ReportChart, largest: number): Options {
  if (chart.kind === "pie" || chart.kind === "gauge") return {};
  const values = chart.kind === "bar" ? "hAxis" : "vAxis";
  const categories = chart.kind === "bar" ? "vAxis" : "hAxis";
  const options: Options = {
    [`${values}.title`]: chart.valueTitle,
    [`${values}.gridlines.color`]: LINE,
    [`${values}.format`]: axisPattern(chart.format, largest).replace(/"([^"]*)"/g, "'$1'"),
  };
  // Names that run down the side need no title; the subtitle says what they are.
  if (chart.kind !== "bar") options[`${categories}.title`] = chart.categoryTitle;
  // Bars start at zero; a line may not need it.
  if (["bar", "column", "area", "combo"].includes(chart.kind)) options[`${values}.minValue`] = 0;
  for (const axis of [values, categories]) {
    options[`${axis}.textStyle.color`] = SECONDARY;
    options[`${axis}.titleTextStyle.color`] = SECONDARY;
    options[`${axis}.titleTextStyle.italic`] = false;
  }
  return options;
}

function optionsOf(chart: ReportChart, largest: number): Options {
  const options: Options = {
    title: chart.title,
    subtitle: chart.subtitle,
    "titleTextStyle.color": TEXT,
    "titleTextStyle.fontSize": 13,
    "titleTextStyle.bold": true,
    "subtitleTextStyle.color": SECONDARY,
    "subtitleTextStyle.fontSize": 11,
    "legend.position": chart.kind === "pie" ? "right" : chart.series.length > 1 ? "top" : "none",
    ...axisOptions(chart, largest),
  };
  if (chart.stacked) options.isStacked = true;
  // The first step is what there was: a sum, like the one that Sheets draws at the end.
  if (chart.kind === "waterfall") options["series.0.items.0.color"] = SECONDARY;
  for (const [index, series] of chart.series.entries()) {
    options[`series.${index}.color`] = series.colour;
    options[`series.${index}.labelInLegend`] = series.label;
    if (chart.kind === "combo")
      options[`series.${index}.type`] = series.as === "line" ? "line" : "bars";
  }
  if (chart.kind === "combo") options.seriesType = "bars";
  return options;
}

/** Columns of values with their heading, the categories first. */
function rangesOf(draft: Draft, chart: ReportChart): PlanArea[] {
  const table = draft.tables.get(chart.table);
  if (!table)
    throw new Error(`Chart ${chart.id} draws table ${chart.table}, which is not in this report.`);
  if (table.count === 0) return [];
  return [chart.category, ...chart.series.map(({ column }) => column)].map((id) => {
    const column = table.columns.get(id);
    if (column === undefined)
      throw new Error(`Chart ${chart.id} draws column ${id}, which is not in ${chart.table}.`);
    return {
      row: table.headerRow,
      column,
      rows: Math.min(table.count, chart.first ?? table.count) + 1,
      columns: 1,
    };
  });
}

/** A report's charts are at most so many. */
const MOST_CHARTS = 4;
const SIDE_BY_SIDE = 2;

/** Rows of charts, one below the other. */
export function chartBands(count: number): number {
  return Math.ceil(Math.min(count, MOST_CHARTS) / SIDE_BY_SIDE);
}

type Spot = Pick<PlanChart, "row" | "column" | "width" | "height">;

/** Where the chart of that index stands: alone, beside a wider or narrower one, or in a grid of two and two. */
function spot({ place }: ReportChart, index: number, count: number, row: number): Spot {
  const band = Math.floor(index / SIDE_BY_SIDE);
  const isAlone = index === count - 1 && index % SIDE_BY_SIDE === 0;
  const isMain = count > SIDE_BY_SIDE ? index % SIDE_BY_SIDE === 0 : place === "main";
  const split = count > SIDE_BY_SIDE ? GRID_COLUMNS / SIDE_BY_SIDE : MAIN_COLUMNS;
  const isLeft = isAlone || isMain;
  const columns = isAlone ? GRID_COLUMNS - 2 : isMain ? split : GRID_COLUMNS - split;
  return {
    row: row + band * CHART_ROWS,
    column: isLeft ? 1 : split + 1,
    width: columns * COLUMN_PIXELS - (isLeft ? 10 : 4),
    height: CHART_ROWS * ROW_PIXELS - 8,
  };
}

/** The charts over the rows kept free for them; a chart of an empty table is left out. */
export function planCharts(
  draft: Draft,
  charts: readonly ReportChart[],
  row: number,
  largestOf: (chart: ReportChart) => number,
): PlanChart[] {
  const drawn = charts
    .map((chart) => ({ chart, ranges: rangesOf(draft, chart) }))
    .filter(({ ranges }) => ranges.length > 0)
    .slice(0, MOST_CHARTS);
  return drawn.map(({ chart, ranges }, index) => ({
    id: chart.id,
    type: TYPES[chart.kind],
    ranges,
    options: optionsOf(chart, largestOf(chart)),
    ...spot(chart, index, drawn.length, row),
  }));
}
