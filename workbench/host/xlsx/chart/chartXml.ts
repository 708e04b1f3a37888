import type { ChartData } from "../../workbook.ts";
import { element, XML_HEAD } from "../xml.ts";
import type { ChartPlan } from "./chartData.ts";
import { plotXml } from "./chartGroups.ts";
import { colourOption, numberOption, textOption } from "./chartOptions.ts";
import { line, richText, solidFill, textProperties } from "./chartText.ts";

const LEGEND_PLACES: Readonly<Record<string, string>> = {
  top: "t",
  bottom: "b",
  right: "r",
  left: "l",
};

const LEGEND_HEIGHT = 28;
const MARGIN = 8;
/** Width of a letter as a share of its size, to know when a title takes two lines. */
const LETTER = 0.56;

/** `chart1.xml`. */
export function chartXml(plan: ChartPlan): string {
  const { chart } = plan;
  const title = titleXml(chart);
  const place = legendPlace(plan);
  const look = textProperties({ size: 12, colour: "5F6368" });
  const legend =
    place === undefined
      ? ""
      : element(
          "c:legend",
          {},
          `${element("c:legendPos", { val: place })}<c:overlay val="0"/>${look}`,
        );
  const plot = element("c:plotArea", {}, plotLayout(chart, place) + plotXml(plan));
  const background =
    textOption(chart, "backgroundColor") ?? textOption(chart, "backgroundColor.fill");
  const fill = solidFill(
    background === undefined ? "FFFFFF" : colourOption(chart, "backgroundColor", background),
  );
  return `${XML_HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:roundedCorners val="0"/><c:chart>${title}${plot}${legend}<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>${element("c:spPr", {}, fill + line("DADCE0", 1))}${look}</c:chartSpace>`;
}

function titleXml(chart: ChartData): string {
  const lines = titleLines(chart);
  if (lines.length === 0) return '<c:autoTitleDeleted val="1"/>';
  const layout =
    '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.015"/><c:y val="0.02"/></c:manualLayout></c:layout>';
  return `${element("c:title", {}, `${richText(lines, "l")}${layout}<c:overlay val="0"/>`)}<c:autoTitleDeleted val="0"/>`;
}

function titleLines(chart: ChartData) {
  const title = textOption(chart, "title");
  const subtitle = textOption(chart, "subtitle");
  const lines = [];
  if (title !== undefined) {
    lines.push({
      text: title,
      look: {
        size: numberOption(chart, "titleTextStyle.fontSize") ?? 14,
        colour: colourOption(chart, "titleTextStyle.color", "#202124"),
        bold: chart.options["titleTextStyle.bold"] !== false,
      },
    });
  }
  if (subtitle !== undefined) {
    lines.push({
      text: subtitle,
      look: {
        size: numberOption(chart, "subtitleTextStyle.fontSize") ?? 11,
        colour: colourOption(chart, "subtitleTextStyle.color", "#5f6368"),
      },
    });
  }
  return lines;
}

function legendPlace({ chart, series }: ChartPlan): string | undefined {
  const wanted = textOption(chart, "legend.position") ?? textOption(chart, "legend");
  // The parts of a waterfall are our own; their names say nothing.
  if (wanted === "none" || chart.type === "WATERFALL" || chart.type === "GAUGE") return;
  if (wanted !== undefined) return LEGEND_PLACES[wanted] ?? "r";
  return chart.type === "PIE" ? "r" : series.length > 1 ? "b" : undefined;
}

/** The plot keeps clear of a title at the left, which readers do not expect there. */
function plotLayout(chart: ChartData, legend: string | undefined): string {
  let titleHeight = MARGIN;
  for (const { text, look } of titleLines(chart)) {
    const lines = Math.max(1, Math.ceil((text.length * look.size * LETTER) / (chart.width * 0.95)));
    titleHeight += lines * look.size * 1.35;
  }
  const bottom = legend === "b" ? LEGEND_HEIGHT : MARGIN;
  const y = (titleHeight + MARGIN + (legend === "t" ? LEGEND_HEIGHT : 0)) / chart.height;
  const h = Math.max(0.2, 1 - y - bottom / chart.height);
  const side = legend === "r" || legend === "l" ? 0.3 : 0.04;
  const x = legend === "l" ? 0.28 : 0.02;
  const number = (name: string, value: number): string => element(name, { val: value.toFixed(4) });
  return `<c:layout><c:manualLayout><c:layoutTarget val="outer"/><c:xMode val="edge"/><c:yMode val="edge"/>${number("c:x", x)}${number("c:y", y)}${number("c:w", 1 - side)}${number("c:h", h)}</c:manualLayout></c:layout>`;
}
