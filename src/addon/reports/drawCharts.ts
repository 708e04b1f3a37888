import type { PlanChart } from "../../reports/layout/sheetPlan.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type EmbeddedChart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;

/** Apps Script's chart types by the name that a plan gives them. */
function chartType(name: string): GoogleAppsScript.Charts.ChartType {
  const types = Charts.ChartType as unknown as Record<
    string,
    GoogleAppsScript.Charts.ChartType | undefined
  >;
  const type = types[name];
  if (type === undefined) throw new Error(`Sheets has no chart type ${name}.`);
  return type;
}

function describe(sheet: Sheet, builder: Builder, chart: PlanChart): Builder {
  builder.setChartType(chartType(chart.type)).setNumHeaders(1);
  for (const { row, column, rows, columns } of chart.ranges) {
    builder.addRange(sheet.getRange(row, column, rows, columns));
  }
  for (const [option, value] of Object.entries(chart.options)) builder.setOption(option, value);
  return builder;
}

function build(sheet: Sheet, chart: PlanChart): EmbeddedChart {
  return describe(sheet, sheet.newChart(), chart)
    .setOption("width", chart.width)
    .setOption("height", chart.height)
    .setPosition(chart.row, chart.column, 4, 4)
    .build();
}

const sameChart = (one: PlanChart, other: PlanChart | undefined) =>
  JSON.stringify(one) === JSON.stringify(other);

/** Draws a chart anew where it stands; only where the report moved or resized it, it gets the report's place or size. */
function redraw(sheet: Sheet, drawn: EmbeddedChart, old: PlanChart, chart: PlanChart): void {
  const builder = describe(sheet, drawn.modify().clearRanges(), chart);
  if (old.row !== chart.row || old.column !== chart.column)
    builder.setPosition(chart.row, chart.column, 4, 4);
  if (old.width !== chart.width || old.height !== chart.height)
    builder.setOption("width", chart.width).setOption("height", chart.height);
  sheet.updateChart(builder.build());
}

/**
 * Brings the sheet's charts from one list to another. A chart of ours is known by its title and keeps the place and
 * size that a person gave it until the report arranges its charts anew; charts that a person made are left alone.
 */
export function drawCharts(
  sheet: Sheet,
  charts: readonly PlanChart[],
  before: readonly PlanChart[],
): void {
  const changed = charts.filter(
    (chart) =>
      !sameChart(
        chart,
        before.find(({ id }) => id === chart.id),
      ),
  );
  const gone = before.filter(({ id }) => !charts.some((chart) => chart.id === id));
  if (changed.length === 0 && gone.length === 0) return;
  const standing = before.length > 0 ? sheet.getCharts() : [];
  const drawnAs = (chart: PlanChart | undefined): EmbeddedChart | undefined =>
    chart && standing.find((one) => one.getOptions()?.get("title") === chart.options.title);
  for (const chart of gone) {
    const drawn = drawnAs(chart);
    if (drawn) sheet.removeChart(drawn);
  }
  for (const chart of changed) {
    const old = before.find(({ id }) => id === chart.id);
    const drawn = drawnAs(old);
    if (!drawn || !old) sheet.insertChart(build(sheet, chart));
    else redraw(sheet, drawn, old, chart);
  }
}
