import type { ChartData } from "../../workbook.ts";
import { excelPattern } from "../numberPattern.ts";
import { element } from "../xml.ts";
import type { ChartColumn, ChartPlan } from "./chartData.ts";
import { colourOption, numberOption, textOption } from "./chartOptions.ts";
import { line, NO_LINE, richText, textProperties } from "./chartText.ts";

const SECONDARY = "#5f6368";
const LINE = "#dadce0";

export type AxisPlace = {
  /** Where the axis' title stands, as XML. */
  readonly titleLayout?: string | undefined;
  readonly id: number;
  readonly crosses: number;
  readonly position: "b" | "l" | "r";
  /** Prefix of the axis' options: `hAxis`, `vAxis` or `vAxes.1`. */
  readonly options: string;
};

/** Numbers of the axes at the left and bottom, and of those at the right. */
export const FIRST = { category: 500_001, value: 500_002 };
export const SECOND = { category: 500_003, value: 500_004 };

/** The axis of names. In a bar chart the first name stands at the top. */
export function categoryAxis(chart: ChartData, place: AxisPlace, pattern?: string): string {
  const isReversed = chart.type === "BAR";
  return element(
    "c:catAx",
    {},
    [
      element("c:axId", { val: place.id }),
      element("c:scaling", {}, element("c:orientation", { val: isReversed ? "maxMin" : "minMax" })),
      '<c:delete val="0"/>',
      element("c:axPos", { val: place.position }),
      titleXml(chart, place),
      numberFormatXml(textOption(chart, `${place.options}.format`) ?? pattern),
      '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>',
      element("c:spPr", {}, line("BDC1C6", 1)),
      labelLook(chart, place),
      element("c:crossAx", { val: place.crosses }),
      '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/>',
    ].join(""),
  );
}

/** The axis of some columns' values. */
export function valueAxis(
  chart: ChartData,
  place: AxisPlace,
  columns: readonly ChartColumn[],
  isSecond = false,
): string {
  const format = textOption(chart, `${place.options}.format`) ?? columns[0]?.pattern;
  const gridColour = colourOption(chart, `${place.options}.gridlines.color`, LINE);
  // Against a reversed axis of names the far end is the bottom.
  const crosses = isSecond || chart.type === "BAR" ? "max" : "autoZero";
  return element(
    "c:valAx",
    {},
    [
      element("c:axId", { val: place.id }),
      scalingXml(chart, place, columns),
      '<c:delete val="0"/>',
      element("c:axPos", { val: place.position }),
      isSecond ? "" : element("c:majorGridlines", {}, element("c:spPr", {}, line(gridColour, 1))),
      titleXml(chart, place),
      numberFormatXml(format),
      '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>',
      element("c:spPr", {}, NO_LINE),
      labelLook(chart, place),
      element("c:crossAx", { val: place.crosses }),
      element("c:crosses", { val: crosses }),
      chart.type === "SCATTER" ? "" : '<c:crossBetween val="between"/>',
      chart.type === "SCATTER" ? '<c:crossBetween val="midCat"/>' : "",
    ].join(""),
  );
}

function scalingXml(
  chart: ChartData,
  { options }: AxisPlace,
  columns: readonly ChartColumn[],
): string {
  const [smallest, largest] = extremes(columns);
  const [least, most] = [`${options}.minValue`, `${options}.maxValue`].map((name) =>
    numberOption(chart, name),
  );
  // As in Sheets, the values that an axis shows at least cut nothing off, other than a window on it.
  const high =
    numberOption(chart, `${options}.viewWindow.max`) ??
    (most !== undefined && largest > most ? undefined : most);
  const low =
    numberOption(chart, `${options}.viewWindow.min`) ??
    (least !== undefined && smallest < least ? undefined : least);
  return element(
    "c:scaling",
    {},
    '<c:orientation val="minMax"/>' +
      (high === undefined ? "" : element("c:max", { val: high })) +
      (low === undefined ? "" : element("c:min", { val: low })),
  );
}

function extremes(columns: readonly ChartColumn[]): [smallest: number, largest: number] {
  let [smallest, largest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { values } of columns) {
    for (const value of values) {
      if (typeof value !== "number") continue;
      smallest = Math.min(smallest, value);
      largest = Math.max(largest, value);
    }
  }
  return [smallest, largest];
}

function titleXml(chart: ChartData, { options, position, titleLayout }: AxisPlace): string {
  const text = textOption(chart, `${options}.title`);
  if (text === undefined) return "";
  const look = {
    size: numberOption(chart, `${options}.titleTextStyle.fontSize`) ?? 11,
    colour: colourOption(chart, `${options}.titleTextStyle.color`, SECONDARY),
  };
  const words = richText([{ text, look }], "ctr", position !== "b");
  return element("c:title", {}, `${words}${titleLayout ?? ""}<c:overlay val="0"/>`);
}

function labelLook(chart: ChartData, { options }: AxisPlace): string {
  return textProperties({
    size: numberOption(chart, `${options}.textStyle.fontSize`) ?? 11,
    colour: colourOption(chart, `${options}.textStyle.color`, SECONDARY),
  });
}

const PRESETS: Readonly<Record<string, string>> = {
  percent: "0%",
  decimal: "#,##0.##",
  short: '[>=1000000]#,##0.0,,"M";[>=1000]0,"K";0',
  long: "#,##0",
  currency: "#,##0",
  none: "General",
};

/** Chart patterns quote with apostrophes. */
function numberFormatXml(format: string | undefined): string {
  if (format === undefined) return '<c:numFmt formatCode="General" sourceLinked="1"/>';
  const formatCode = excelPattern(PRESETS[format] ?? format.replace(/'([^']*)'/g, '"$1"'));
  return element("c:numFmt", { formatCode, sourceLinked: false });
}

/** Names along one side, values along the other. */
export function axesXml(plan: ChartPlan): string {
  const { chart, categories, series, titlePlaces } = plan;
  const isBar = chart.type === "BAR";
  const left = { position: "l" as const, options: "vAxis", titleLayout: titlePlaces?.left };
  const below = { position: "b" as const, options: "hAxis", titleLayout: titlePlaces?.below };
  const names = { id: FIRST.category, crosses: FIRST.value, ...(isBar ? left : below) };
  const values = { id: FIRST.value, crosses: FIRST.category, ...(isBar ? below : left) };
  const dated = categories?.values.every((value) => typeof value === "number");
  return (
    categoryAxis(chart, names, dated ? categories?.pattern : undefined) +
    valueAxis(chart, values, series)
  );
}
