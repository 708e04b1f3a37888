import type { ChartData } from "../../workbook.ts";
import { element, XML_HEAD } from "../xml.ts";
import type { ChartPlan } from "./chartData.ts";
import { plotXml } from "./chartGroups.ts";
import { type ChartLayout, layoutChart, manualLayout, TITLE, titleLines } from "./chartLayout.ts";
import { colourOption, numberOption, textOption } from "./chartOptions.ts";
import { line, richText, solidFill, type TextLook, textProperties } from "./chartText.ts";
import { subtitleXml } from "./subtitleXml.ts";

const LEGEND_PLACES: Readonly<Record<string, string>> = {
  top: "t",
  bottom: "b",
  right: "r",
  left: "l",
};

const NAMESPACES =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** `chart1.xml`, and the drawing that holds its subtitle, which has the relation `rId1`. */
export type ChartParts = { readonly chart: string; readonly subtitle: string | undefined };

export function chartXml(plan: ChartPlan): ChartParts {
  const { chart } = plan;
  const place = legendPlace(plan);
  const layout = layoutChart(plan, place);
  const look = textProperties({ size: 11, colour: "5F6368" });
  const legend =
    place === undefined
      ? ""
      : element(
          "c:legend",
          {},
          `${element("c:legendPos", { val: place })}<c:overlay val="0"/>${look}`,
        );
  const titlePlaces = {
    below: manualLayout(chart, layout.below),
    left: manualLayout(chart, layout.left),
  };
  const plot = element(
    "c:plotArea",
    {},
    manualLayout(chart, layout.plot, "inner") + plotXml({ ...plan, titlePlaces }),
  );
  const background =
    textOption(chart, "backgroundColor") ?? textOption(chart, "backgroundColor.fill");
  const fill = solidFill(colourOption(chart, "none", background ?? "#ffffff"));
  const frame = element("c:spPr", {}, fill + line("DADCE0", 1));
  const text = textOption(chart, "subtitle");
  const subtitle =
    text === undefined ? undefined : subtitleXml(chart, text, subtitleLook(chart), layout.subtitle);
  const shapes = subtitle === undefined ? "" : '<c:userShapes r:id="rId1"/>';
  const body = `${titleXml(chart, layout)}${plot}${legend}<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/>`;
  return {
    chart: `${XML_HEAD}<c:chartSpace ${NAMESPACES}><c:roundedCorners val="0"/><c:chart>${body}</c:chart>${frame}${look}${shapes}</c:chartSpace>`,
    subtitle,
  };
}

function titleXml(chart: ChartData, layout: ChartLayout): string {
  if (textOption(chart, "title") === undefined) return '<c:autoTitleDeleted val="1"/>';
  const look = {
    size: numberOption(chart, "titleTextStyle.fontSize") ?? TITLE,
    colour: colourOption(chart, "titleTextStyle.color", "#202124"),
    bold: chart.options["titleTextStyle.bold"] !== false,
  };
  const { x, y } = layout.title;
  const lines = titleLines(chart).map((line) => ({ text: line, look }));
  const place = manualLayout(chart, { x, y });
  const title = `${richText(lines, "l")}${place}<c:overlay val="0"/>`;
  return `${element("c:title", {}, title)}<c:autoTitleDeleted val="0"/>`;
}

function subtitleLook(chart: ChartData): TextLook {
  return {
    size: numberOption(chart, "subtitleTextStyle.fontSize") ?? 11,
    colour: colourOption(chart, "subtitleTextStyle.color", "#5f6368"),
  };
}

function legendPlace({ chart, series }: ChartPlan): string | undefined {
  const wanted = textOption(chart, "legend.position") ?? textOption(chart, "legend");
  // The parts of a waterfall are our own; their names say nothing.
  if (wanted === "none" || chart.type === "WATERFALL" || chart.type === "GAUGE") return;
  if (wanted !== undefined) return LEGEND_PLACES[wanted] ?? "r";
  return chart.type === "PIE" ? "r" : series.length > 1 ? "b" : undefined;
}
