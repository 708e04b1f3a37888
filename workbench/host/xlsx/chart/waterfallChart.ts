import { element, rgb } from "../xml.ts";
import { axesXml, FIRST } from "./chartAxes.ts";
import type { ChartPlan } from "./chartData.ts";
import { colourOption, textOption } from "./chartOptions.ts";
import { categoriesXml, nameXml, numbersXml, pointXml } from "./chartSeries.ts";
import { NO_LINE, solidFill } from "./chartText.ts";
import { waterfallSteps } from "./waterfall.ts";

const SUM = "5f6368";

/** Drawn as stacked columns with an invisible base: the file format of 2007 has no waterfall. */
export function waterfallXml(plan: ChartPlan): string {
  const { chart, parts = [], series } = plan;
  const steps = waterfallSteps(series[0]?.values ?? []);
  const rise = colourOption(chart, "series.0.risingColor.fill", "#188038");
  const fall = colourOption(chart, "series.0.fallingColor.fill", "#c5221f");
  // The first step is a sum too where it is given a colour of its own.
  const first = textOption(chart, "series.0.items.0.color");
  const colourAt = (at: number, rises: boolean): string | undefined => {
    if (at === steps.length - 1) return SUM;
    if (at === 0 && first !== undefined) return rgb(first);
    return rises ? undefined : fall;
  };
  const categories = plan.categories === undefined ? "" : categoriesXml(plan.categories);
  const stacks = parts.map((part, index) => {
    const isBase = index === 0;
    const look = element("c:spPr", {}, (isBase ? "<a:noFill/>" : solidFill(rise)) + NO_LINE);
    const points = steps
      .map(({ rises }, at) => {
        const colour = colourAt(at, rises);
        return colour === undefined ? "" : pointXml(at, colour);
      })
      .join("");
    const place = element("c:idx", { val: index }) + element("c:order", { val: index });
    const values = element("c:val", {}, numbersXml(part));
    const content = `${nameXml(part)}${look}<c:invertIfNegative val="0"/>${isBase ? "" : points}`;
    return element("c:ser", {}, place + content + categories + values);
  });
  const ends = element("c:axId", { val: FIRST.category }) + element("c:axId", { val: FIRST.value });
  const body = `<c:barDir val="col"/><c:grouping val="stacked"/><c:varyColors val="0"/>${stacks.join("")}<c:gapWidth val="40"/><c:overlap val="100"/>${ends}`;
  return element("c:barChart", {}, body) + axesXml(plan);
}
