import type { CellValue, ChartData } from "../../workbook.ts";
import { excelPattern } from "../numberPattern.ts";
import { element, escapeXml } from "../xml.ts";
import type { ChartColumn, ChartPlan } from "./chartData.ts";
import { numberOption, seriesColour, textOption } from "./chartOptions.ts";
import { line, NO_LINE, solidFill, textProperties } from "./chartText.ts";

export type SeriesKind = "bar" | "line" | "area" | "scatter";

/** One series with its look, its name and its cells. */
export function seriesXml(plan: ChartPlan, index: number, kind: SeriesKind): string {
  const series = plan.series[index];
  if (series === undefined) return "";
  const { chart } = plan;
  const start =
    element("c:idx", { val: index }) + element("c:order", { val: index }) + nameXml(series);
  const look = element("c:spPr", {}, lookXml(chart, index, kind));
  const labels = labelsXml(chart, index, kind);
  if (kind === "scatter") {
    const x =
      plan.categories === undefined ? "" : element("c:xVal", {}, numbersXml(plan.categories));
    const marker = markerXml(seriesColour(chart, index), numberOption(chart, "pointSize") ?? 7);
    return element(
      "c:ser",
      {},
      `${start}${look}${marker}${labels}${x}${element("c:yVal", {}, numbersXml(series))}<c:smooth val="0"/>`,
    );
  }
  const categories = plan.categories === undefined ? "" : categoriesXml(plan.categories);
  const values = element("c:val", {}, numbersXml(series));
  const size =
    numberOption(chart, `series.${index}.pointSize`) ?? numberOption(chart, "pointSize") ?? 0;
  const before = kind === "line" ? markerXml(seriesColour(chart, index), size) : "";
  const invert = kind === "bar" ? '<c:invertIfNegative val="0"/>' : "";
  const after = kind === "line" ? '<c:smooth val="0"/>' : "";
  return element(
    "c:ser",
    {},
    start + look + invert + before + labels + categories + values + after,
  );
}

export function nameXml({ heading }: ChartColumn): string {
  const { reference, text } = heading;
  const content =
    reference === undefined
      ? `<c:v>${escapeXml(text)}</c:v>`
      : `<c:strRef><c:f>${escapeXml(reference)}</c:f>${textCache([text])}</c:strRef>`;
  return element("c:tx", {}, content);
}

/** Categories: words, or numbers such as dates with their pattern. */
export function categoriesXml(column: ChartColumn): string {
  const isNumeric =
    column.values.length > 0 && column.values.every((value) => typeof value === "number");
  if (isNumeric) return element("c:cat", {}, numbersXml(column));
  const cache = textCache(column.values.map(shownText));
  return element(
    "c:cat",
    {},
    `<c:strRef><c:f>${escapeXml(column.reference)}</c:f>${cache}</c:strRef>`,
  );
}

export function numbersXml(column: ChartColumn): string {
  const cache = element("c:numCache", {}, numberPoints(column.values, column.pattern));
  return `<c:numRef><c:f>${escapeXml(column.reference)}</c:f>${cache}</c:numRef>`;
}

/** The points of a list of numbers; what is no number is a gap. */
function numberPoints(values: readonly CellValue[], pattern: string | undefined): string {
  const points = values.map((value, index) =>
    typeof value === "number" ? element("c:pt", { idx: index }, `<c:v>${value}</c:v>`) : "",
  );
  const code = `<c:formatCode>${escapeXml(excelPattern(pattern ?? ""))}</c:formatCode>`;
  return code + element("c:ptCount", { val: values.length }) + points.join("");
}

function textCache(texts: readonly string[]): string {
  const points = texts.map((text, index) =>
    element("c:pt", { idx: index }, `<c:v>${escapeXml(text)}</c:v>`),
  );
  return element("c:strCache", {}, element("c:ptCount", { val: texts.length }) + points.join(""));
}

function shownText(value: CellValue): string {
  if (value === null) return "";
  return typeof value === "object" ? value.error : String(value);
}

function lookXml(chart: ChartData, index: number, kind: SeriesKind): string {
  const colour = seriesColour(chart, index);
  if (kind === "bar") return solidFill(colour) + NO_LINE;
  if (kind === "scatter") return NO_LINE;
  if (kind === "area") {
    const pale = element("a:srgbClr", { val: colour }, '<a:alpha val="65000"/>');
    return element("a:solidFill", {}, pale) + NO_LINE;
  }
  const width =
    numberOption(chart, `series.${index}.lineWidth`) ?? numberOption(chart, "lineWidth") ?? 2;
  const dashes = chart.options[`series.${index}.lineDashStyle`];
  const dash = Array.isArray(dashes) ? (Number(dashes[0]) <= 2 ? "sysDot" : "dash") : undefined;
  return line(colour, width, dash);
}

function markerXml(colour: string, size: number): string {
  if (size <= 0) return '<c:marker><c:symbol val="none"/></c:marker>';
  const look = element("c:spPr", {}, solidFill(colour) + NO_LINE);
  return `<c:marker><c:symbol val="circle"/>${element("c:size", { val: Math.max(2, Math.min(72, Math.round(size))) })}${look}</c:marker>`;
}

function labelsXml(chart: ChartData, index: number, kind: SeriesKind): string {
  const wanted = textOption(chart, `series.${index}.dataLabel`) ?? textOption(chart, "dataLabel");
  if (wanted !== "value") return "";
  const isStacked = chart.options.isStacked !== undefined && chart.options.isStacked !== false;
  const place = kind === "bar" ? (isStacked ? "ctr" : "outEnd") : kind === "area" ? undefined : "t";
  const text = textProperties({
    size: 11,
    colour: isStacked && kind === "bar" ? "FFFFFF" : "5F6368",
  });
  const position = place === undefined ? "" : element("c:dLblPos", { val: place });
  return `<c:dLbls>${text}${position}<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;
}

/** The look of one point of a series. */
export function pointXml(index: number, colour: string): string {
  return element(
    "c:dPt",
    {},
    `${element("c:idx", { val: index })}<c:invertIfNegative val="0"/><c:bubble3D val="0"/>${element("c:spPr", {}, solidFill(colour))}`,
  );
}
