import type { CellValue, ChartData } from "../../workbook.ts";
import { element } from "../xml.ts";
import type { ChartPlan } from "./chartData.ts";
import { numberOption, textOption } from "./chartOptions.ts";

/** A place inside the chart, in pixels from its upper left corner. */
export type Box = { x: number; y: number; width: number; height: number };

/** Where everything in a chart stands. Readers differ in their own ideas, so it is all said. */
export type ChartLayout = {
  readonly title: Box;
  readonly subtitle: Box;
  readonly plot: Box;
  /** Titles of the axis below and the axis at the left. */
  readonly below: { x: number; y: number };
  readonly left: { x: number; y: number };
};

const MARGIN = 10;
const LABEL = 11;
const LINE_HEIGHT = 1.4;
const LEGEND = 26;
const LEGEND_SIDE = 0.27;
/** Labels of bars take at most this share of the chart. */
const WIDEST_LABELS = 0.36;
export const TITLE = 14;
/** Readers break a title that takes more of the chart's width. */
const WIDEST_TITLE = 0.72;
const NO_BREAK = "\u00a0";

function textWidth(text: string, size: number, isBold = false): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return width * size * (isBold ? 1.07 : 1);
}

/** Arial's widths, near enough to place things by. */
function letterWidth(letter: string): number {
  if (/[iljI.,:;'|!\s()ftr-]/.test(letter)) return 0.3;
  if (/[mwMW%]/.test(letter)) return 0.85;
  return /[A-Z]/.test(letter) ? 0.68 : 0.55;
}

/**
 * The title broken where readers would break it. They would centre the lines, so the shorter ones are filled up
 * with spaces to stand flush left.
 */
export function titleLines(chart: ChartData): string[] {
  const size = numberOption(chart, "titleTextStyle.fontSize") ?? TITLE;
  const widthOf = (text: string): number => textWidth(text, size, true);
  const lines: string[] = [];
  for (const word of (textOption(chart, "title") ?? "").split(" ")) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || widthOf(longer) > chart.width * WIDEST_TITLE) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  const widest = Math.max(...lines.map(widthOf));
  const space = widthOf(" ");
  return lines.map((line) => line + NO_BREAK.repeat(Math.floor((widest - widthOf(line)) / space)));
}

export function layoutChart(plan: ChartPlan, legend: string | undefined): ChartLayout {
  const { chart } = plan;
  const title = titleBox(chart);
  const subtitleText = textOption(chart, "subtitle");
  const subtitle = {
    ...title,
    x: title.x + 2,
    y: title.y + title.height + 3,
    height: subtitleText === undefined ? 0 : 18,
  };
  const isPie = chart.type === "PIE";
  const isBar = chart.type === "BAR" || chart.type === "GAUGE";
  const titleOf = (axis: string): string | undefined =>
    isPie ? undefined : textOption(chart, `${axis}.title`);
  const leftTitle = titleOf("vAxis");
  const belowTitle = titleOf("hAxis");
  const x =
    MARGIN +
    (legend === "l" ? chart.width * LEGEND_SIDE : 0) +
    (leftTitle ? 18 : 0) +
    leftLabels(plan, isBar);
  const right = isPie || chart.options["vAxes.1.title"] === undefined ? MARGIN : 30;
  const second = plan.series.some(
    (_, index) => numberOption(chart, `series.${index}.targetAxisIndex`) === 1,
  );
  const width =
    chart.width -
    x -
    right -
    8 -
    (second ? 45 : 0) -
    (legend === "r" ? chart.width * LEGEND_SIDE : 0);
  const y = subtitle.y + subtitle.height + 10 + (legend === "t" ? LEGEND : 0);
  const labels = isPie ? 0 : belowLabels(plan, isBar, width);
  const bottom = labels + (belowTitle ? 20 : 4) + (legend === "b" ? LEGEND : 4);
  const height = Math.max(40, chart.height - y - bottom);
  return {
    title,
    subtitle,
    plot: { x, y, width, height },
    below: {
      x: x + width / 2 - textWidth(belowTitle ?? "", LABEL) / 2,
      y: y + height + labels + 2,
    },
    left: { x: MARGIN - 2, y: y + height / 2 - textWidth(leftTitle ?? "", LABEL) / 2 },
  };
}

function titleBox(chart: ChartData): Box {
  const width = chart.width - 2 * MARGIN;
  if (textOption(chart, "title") === undefined) return { x: MARGIN, y: MARGIN, width, height: 0 };
  const size = numberOption(chart, "titleTextStyle.fontSize") ?? TITLE;
  return { x: MARGIN, y: MARGIN - 2, width, height: titleLines(chart).length * size * LINE_HEIGHT };
}

function leftLabels(plan: ChartPlan, isBar: boolean): number {
  if (plan.chart.type === "PIE") return 0;
  if (isBar) {
    const widest = Math.max(
      0,
      ...(plan.categories?.values ?? []).map((value) => textWidth(words(value), LABEL)),
    );
    return Math.min(widest + 8, plan.chart.width * WIDEST_LABELS);
  }
  return textWidth(longestNumber(plan), LABEL) + 8;
}

/** Names that do not fit side by side are broken or turned and take more height. */
function belowLabels(plan: ChartPlan, isBar: boolean, width: number): number {
  const names = plan.categories?.values ?? [];
  if (isBar || plan.chart.type === "SCATTER" || names.length === 0) return 18;
  const room = width / names.length;
  const widest = Math.max(...names.map((value) => textWidth(words(value), LABEL)));
  if (widest <= room) return 18;
  return widest <= 2 * room ? 32 : Math.min(widest * 0.75 + 8, 80);
}

function words(value: CellValue): string {
  return typeof value === "object" || value === null ? "" : String(value);
}

/** Roughly what the widest label of the value axis looks like. */
function longestNumber({ chart, series }: ChartPlan): string {
  const stacked = chart.options.isStacked === true;
  let largest = 0;
  const [first] = series;
  for (let index = 0; index < (first?.values.length ?? 0); index += 1) {
    let sum = 0;
    for (const { values } of series) {
      const value = values[index];
      if (typeof value !== "number") continue;
      sum += Math.abs(value);
      largest = Math.max(largest, Math.abs(value));
    }
    if (stacked) largest = Math.max(largest, sum);
  }
  const pattern = textOption(chart, "vAxis.format") ?? first?.pattern ?? "";
  if (pattern.includes("%")) return "100%.0";
  const sign = /[^#0,.%\s;'"x-]/.test(pattern) ? "€" : "";
  return (
    sign + Math.round(largest * 1.2).toLocaleString("en-US") + (/\.0/.test(pattern) ? ".0" : "")
  );
}

/** The place as shares of the chart's size. */
export function manualLayout(
  chart: ChartData,
  place: Partial<Box> & { x: number; y: number },
  target?: "inner",
): string {
  const share = (name: string, value: number, whole: number): string =>
    element(name, { val: Math.max(0, value / whole).toFixed(4) });
  const size =
    place.width === undefined || place.height === undefined
      ? ""
      : share("c:w", place.width, chart.width) + share("c:h", place.height, chart.height);
  const kind = target === undefined ? "" : element("c:layoutTarget", { val: target });
  return `<c:layout><c:manualLayout>${kind}<c:xMode val="edge"/><c:yMode val="edge"/>${share("c:x", place.x, chart.width)}${share("c:y", place.y, chart.height)}${size}</c:manualLayout></c:layout>`;
}
