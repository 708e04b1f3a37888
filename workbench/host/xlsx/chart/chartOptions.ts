import type { ChartData } from "../../workbook.ts";
import { rgb } from "../xml.ts";

/** Colours of series that name none. */
const SERIES_COLOURS = ["#1a73e8", "#e8710a", "#188038", "#a142f4", "#12a4af", "#5f6368"];

export function textOption(chart: ChartData, name: string): string | undefined {
  const value = chart.options[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function numberOption(chart: ChartData, name: string): number | undefined {
  const value = chart.options[name];
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

export function colourOption(chart: ChartData, name: string, otherwise: string): string {
  return rgb(textOption(chart, name) ?? otherwise);
}

export function seriesColour(chart: ChartData, series: number): string {
  return colourOption(chart, `series.${series}.color`, paletteColour(chart, series));
}

/** Colour of a piece of a pie. */
export function sliceColour(chart: ChartData, slice: number): string {
  return colourOption(chart, `slices.${slice}.color`, paletteColour(chart, slice));
}

function paletteColour(chart: ChartData, place: number): string {
  const { colors } = chart.options;
  const palette = Array.isArray(colors) && colors.length > 0 ? colors : SERIES_COLOURS;
  return String(palette[place % palette.length]);
}
