import { element } from "../xml.ts";
import { axesXml, FIRST } from "./chartAxes.ts";
import type { ChartPlan } from "./chartData.ts";
import { colourOption } from "./chartOptions.ts";
import { categoriesXml, numberPoints, pointXml } from "./chartSeries.ts";
import { solidFill } from "./chartText.ts";
import { waterfallSteps } from "./waterfall.ts";

/** Drawn as stacked columns with an invisible base: the file format of 2007 has no waterfall. */
export function waterfallXml(plan: ChartPlan): string {
  const [series] = plan.series;
  if (series === undefined) return "";
  const { chart } = plan;
  const steps = waterfallSteps(series.values);
  const rise = colourOption(chart, "series.0.risingColor.fill", "#188038");
  const fall = colourOption(chart, "series.0.fallingColor.fill", "#c5221f");
  const categories = plan.categories === undefined ? "" : categoriesXml(plan.categories);
  const stack = (index: number, name: string, values: number[], isVisible: boolean): string => {
    const look = isVisible ? solidFill(rise) : "<a:noFill/>";
    const points = isVisible
      ? steps.map((step, at) => (step.rises ? "" : pointXml(at, fall))).join("")
      : "";
    return element(
      "c:ser",
      {},
      `<c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${name}</c:v></c:tx>${element("c:spPr", {}, look)}<c:invertIfNegative val="0"/>${points}${categories}<c:val>${element("c:numLit", {}, numberPoints(values, series.pattern))}</c:val>`,
    );
  };
  const stacks = [
    stack(
      0,
      "Base",
      steps.map(({ base }) => base),
      false,
    ),
    stack(
      1,
      "Change",
      steps.map(({ above }) => above),
      true,
    ),
    stack(
      2,
      "Change below zero",
      steps.map(({ below }) => below),
      true,
    ),
  ];
  const ends = element("c:axId", { val: FIRST.category }) + element("c:axId", { val: FIRST.value });
  const body = `<c:barDir val="col"/><c:grouping val="stacked"/><c:varyColors val="0"/>${stacks.join("")}<c:gapWidth val="40"/><c:overlap val="100"/>${ends}`;
  return element("c:barChart", {}, body) + axesXml(plan);
}
