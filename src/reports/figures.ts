import { isoFromDay } from "../core/calendar/day.ts";
import type { Figure } from "./report.ts";

/** A figure as scripts read it: dates are ISO text, an unknown is null. */
export type FigureValue = { readonly id: string; readonly value: string | number | boolean | null };

export function figureValue(figure: Figure): FigureValue {
  const { id, value, format } = figure;
  if (value === undefined) return { id, value: null };
  return { id, value: format === "date" && typeof value === "number" ? isoFromDay(value) : value };
}
