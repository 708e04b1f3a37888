import { areaName, sheetPrefix } from "../../host/a1.ts";
import type { Area, ChartData, SheetData, WorkbookData } from "../../host/workbook.ts";
import {
  numberOption,
  seriesColour,
  sliceColour,
  textOption,
} from "../../host/xlsx/chart/chartOptions.ts";

const POSITIONS: Readonly<Record<string, string>> = {
  top: "top",
  bottom: "bottom",
  left: "left",
  right: "right",
  none: "none",
};

/** A chart as a figure of the component: the first column names the categories, each further one is a series. */
export function pageChart(chart: ChartData, workbook: WorkbookData, sheet: SheetData): object[] {
  const columns = chart.ranges.flatMap(({ sheetId, area }) =>
    columnsOf(workbook, sheetId, area, sheet),
  );
  const [labels, ...series] = columns;
  if (labels === undefined || series.length === 0) return [];
  const { row, column, offsetX, offsetY } = chart.anchor;
  return [
    {
      id: `chart${chart.id}`,
      tag: "chart",
      col: column - 1,
      row: row - 1,
      offset: { x: offsetX, y: offsetY },
      width: chart.width,
      height: chart.height,
      data: { chartId: `chart${chart.id}`, ...definition(chart, labels, series) },
    },
  ];
}

function columnsOf(workbook: WorkbookData, sheetId: number, area: Area, home: SheetData): string[] {
  const sheet = workbook.sheets.find(({ id }) => id === sheetId);
  if (sheet === undefined) return [];
  const prefix = sheet === home ? "" : sheetPrefix(sheet.name);
  return Array.from({ length: area.columns }, (_, offset) => {
    const rows = Math.min(area.rows, sheet.rows - area.row + 1);
    return `${prefix}${areaName({ row: area.row, rows, column: area.column + offset, columns: 1 })}`;
  });
}

function definition(chart: ChartData, labelRange: string, series: readonly string[]): object {
  const subtitle = textOption(chart, "subtitle");
  const title = textOption(chart, "title") ?? "";
  const common = {
    title: {
      // The page draws what stands behind the line break as the subtitle.
      text: subtitle === undefined ? title : `${title}\n${subtitle}`,
      bold: true,
      fontSize: numberOption(chart, "titleTextStyle.fontSize") ?? 13,
      color: textOption(chart, "titleTextStyle.color") ?? "#202124",
    },
    legendPosition: POSITIONS[textOption(chart, "legend.position") ?? "right"] ?? "bottom",
    humanize: true,
    dataSource: {
      type: "range",
      labelRange,
      dataSets: series.map((dataRange, index) => ({ dataSetId: String(index), dataRange })),
      dataSetsHaveTitle: chart.headers > 0,
    },
    dataSetStyles: Object.fromEntries(
      series.map((_, index) => [String(index), seriesStyle(chart, index)]),
    ),
    axesDesign: axes(chart),
  };
  return { ...common, ...kind(chart, series.length) };
}

function seriesStyle(chart: ChartData, index: number): object {
  const label = textOption(chart, `series.${index}.labelInLegend`);
  const drawn = textOption(chart, `series.${index}.type`) ?? textOption(chart, "seriesType");
  return {
    backgroundColor: `#${seriesColour(chart, index).replace("#", "")}`,
    ...(label === undefined ? {} : { label }),
    ...(chart.type === "COMBO"
      ? { type: drawn === "line" || drawn === "area" ? "line" : "bar" }
      : {}),
    yAxisId: numberOption(chart, `series.${index}.targetAxisIndex`) === 1 ? "y1" : "y",
  };
}

/** Sheets names the horizontal axis of a bar chart `hAxis`; the component names axes by what they measure. */
function axes(chart: ChartData): object {
  const design = (name: string) => {
    const text = textOption(chart, `${name}.title`);
    return text === undefined ? {} : { title: { text, fontSize: 11, color: "#5f6368" } };
  };
  return { x: design("hAxis"), y: design("vAxis") };
}

function kind(chart: ChartData, series: number): object {
  const stacked =
    chart.options.isStacked !== undefined &&
    chart.options.isStacked !== false &&
    chart.options.isStacked !== "false";
  switch (chart.type) {
    case "BAR":
      return { type: "bar", horizontal: true, stacked };
    case "LINE":
    case "AREA":
      return {
        type: "line",
        stacked,
        cumulative: false,
        labelsAsText: true,
        fillArea: chart.type === "AREA",
      };
    case "SCATTER":
      return { type: "scatter", labelsAsText: false };
    case "PIE":
      return {
        type: "pie",
        isDoughnut: (numberOption(chart, "pieHole") ?? 0) > 0,
        slicesColors: Array.from(
          { length: 12 },
          (_, slice) => `#${sliceColour(chart, slice).replace("#", "")}`,
        ),
      };
    case "COMBO":
      return { type: "combo" };
    case "WATERFALL":
      return {
        type: "waterfall",
        // Sheets draws the sum behind every series of a waterfall.
        showSubTotals: true,
        firstValueAsSubtotal: textOption(chart, "series.0.items.0.color") !== undefined,
        showConnectorLines: true,
        verticalAxisPosition: "left",
      };
    default:
      return { type: "bar", stacked: stacked && series > 1 };
  }
}
