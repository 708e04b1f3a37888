import type { ChartData } from "../../workbook.ts";
import { element } from "../xml.ts";
import { axesXml, categoryAxis, FIRST, SECOND, valueAxis } from "./chartAxes.ts";
import type { ChartPlan } from "./chartData.ts";
import { numberOption, textOption } from "./chartOptions.ts";
import { type SeriesKind, seriesXml } from "./chartSeries.ts";
import { pieXml } from "./pieChart.ts";
import { waterfallXml } from "./waterfallChart.ts";

/** What stands in the plot area: one or more groups of series and their axes. */
export function plotXml(plan: ChartPlan): string {
  switch (plan.chart.type) {
    case "PIE":
      return pieXml(plan);
    case "SCATTER":
      return scatterXml(plan);
    case "WATERFALL":
      return waterfallXml(plan);
    case "GAUGE":
      return gaugeXml(plan);
    case "COMBO":
      return comboXml(plan);
    default:
      return simpleXml(plan);
  }
}

function all(plan: ChartPlan): number[] {
  return plan.series.map((_, index) => index);
}

function simpleXml(plan: ChartPlan): string {
  const kind: SeriesKind =
    plan.chart.type === "LINE" ? "line" : plan.chart.type === "AREA" ? "area" : "bar";
  return groupXml(plan, kind, all(plan), FIRST) + axesXml(plan);
}

function groupXml(
  plan: ChartPlan,
  kind: SeriesKind,
  members: readonly number[],
  axes: typeof FIRST,
): string {
  if (members.length === 0) return "";
  const { chart } = plan;
  const series = members.map((index) => seriesXml(plan, index, kind)).join("");
  const grouping = groupingOf(chart, kind);
  const ends = element("c:axId", { val: axes.category }) + element("c:axId", { val: axes.value });
  const start = `${element("c:grouping", { val: grouping })}<c:varyColors val="0"/>`;
  if (kind === "line")
    return element("c:lineChart", {}, `${start}${series}<c:marker val="1"/>${ends}`);
  if (kind === "area") return element("c:areaChart", {}, start + series + ends);
  const direction = element("c:barDir", { val: chart.type === "BAR" ? "bar" : "col" });
  const overlap = grouping === "clustered" ? "" : '<c:overlap val="100"/>';
  return element(
    "c:barChart",
    {},
    `${direction}${start}${series}<c:gapWidth val="60"/>${overlap}${ends}`,
  );
}

function groupingOf({ options }: ChartData, kind: SeriesKind): string {
  const { isStacked } = options;
  if (isStacked === "percent" || isStacked === "relative") return "percentStacked";
  if (isStacked === true || isStacked === "absolute") return "stacked";
  return kind === "bar" ? "clustered" : "standard";
}

/** Columns and lines over the same names; a series may have the axis on the right. */
function comboXml(plan: ChartPlan): string {
  const { chart } = plan;
  const usual = kindOf(textOption(chart, "seriesType"), "bar");
  const kinds = all(plan).map((index) => kindOf(textOption(chart, `series.${index}.type`), usual));
  const isSecond = (index: number): boolean =>
    numberOption(chart, `series.${index}.targetAxisIndex`) === 1;
  const groups = (["area", "bar", "line"] as const).flatMap((kind) =>
    [false, true].map((second) =>
      groupXml(
        plan,
        kind,
        all(plan).filter((index) => kinds[index] === kind && isSecond(index) === second),
        second ? SECOND : FIRST,
      ),
    ),
  );
  const seconds = all(plan).filter(isSecond);
  const [second] = seconds;
  if (second === undefined) return groups.join("") + axesXml(plan);
  const names = {
    id: SECOND.category,
    crosses: SECOND.value,
    position: "b" as const,
    options: "none",
  };
  const values = {
    id: SECOND.value,
    crosses: SECOND.category,
    position: "r" as const,
    options: "vAxes.1",
  };
  const hidden = categoryAxis(chart, names).replace('<c:delete val="0"/>', '<c:delete val="1"/>');
  return (
    groups.join("") +
    axesXml(plan) +
    valueAxis(chart, values, plan.series.slice(second, second + 1), true) +
    hidden
  );
}

function kindOf(name: string | undefined, otherwise: SeriesKind): SeriesKind {
  if (name === "line") return "line";
  if (name === "area") return "area";
  return name === "bars" || name === "columns" ? "bar" : otherwise;
}

function scatterXml(plan: ChartPlan): string {
  const { chart } = plan;
  const series = all(plan).map((index) => seriesXml(plan, index, "scatter"));
  const ends = element("c:axId", { val: FIRST.category }) + element("c:axId", { val: FIRST.value });
  const { titlePlaces } = plan;
  const across = {
    id: FIRST.category,
    crosses: FIRST.value,
    position: "b" as const,
    options: "hAxis",
    titleLayout: titlePlaces?.below,
  };
  const up = {
    id: FIRST.value,
    crosses: FIRST.category,
    position: "l" as const,
    options: "vAxis",
    titleLayout: titlePlaces?.left,
  };
  return (
    element(
      "c:scatterChart",
      {},
      `<c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${series.join("")}${ends}`,
    ) +
    valueAxis(chart, across, plan.categories ? [plan.categories] : []) +
    valueAxis(chart, up, plan.series)
  );
}

/** A dial does not exist there: each value as a bar on the dial's scale. */
function gaugeXml(plan: ChartPlan): string {
  const { options } = plan.chart;
  const bars = {
    ...plan.chart,
    type: "BAR",
    options: {
      ...options,
      "hAxis.minValue": options.min ?? 0,
      ...(options.max === undefined ? {} : { "hAxis.maxValue": options.max }),
    },
  };
  return simpleXml({ ...plan, chart: bars });
}
