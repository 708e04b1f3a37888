import { element } from "../xml.ts";
import type { ChartPlan } from "./chartData.ts";
import { numberOption, sliceColour } from "./chartOptions.ts";
import { categoriesXml, nameXml, numbersXml, pointXml } from "./chartSeries.ts";
import { textProperties } from "./chartText.ts";

/** A pie, or a ring where the chart has a hole. */
export function pieXml(plan: ChartPlan): string {
  const [series] = plan.series;
  if (series === undefined) return "";
  const { chart } = plan;
  const points = series.values.map((_, index) => pointXml(index, sliceColour(chart, index)));
  const labels = `<c:dLbls>${textProperties({ size: 11, colour: "FFFFFF", bold: true })}<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="1"/><c:showBubbleSize val="0"/><c:showLeaderLines val="0"/></c:dLbls>`;
  const content =
    '<c:idx val="0"/><c:order val="0"/>' +
    nameXml(series) +
    points.join("") +
    labels +
    (plan.categories === undefined ? "" : categoriesXml(plan.categories)) +
    element("c:val", {}, numbersXml(series));
  const hole = numberOption(chart, "pieHole") ?? 0;
  const body = `<c:varyColors val="1"/>${element("c:ser", {}, content)}<c:firstSliceAng val="0"/>`;
  if (hole <= 0) return element("c:pieChart", {}, body);
  const holeSize = element("c:holeSize", { val: Math.round(Math.min(hole, 0.9) * 100) });
  return element("c:doughnutChart", {}, body + holeSize);
}
