import { type Day, isoFromDay } from "../../core/calendar/day.ts";
import type { Figure, FormulaTemplate } from "../report.ts";

/** A figure as scripts read it: dates are ISO text, an unknown is null. */
export type FigureValue = { readonly id: string; readonly value: string | number | boolean | null };

export function figureValue(figure: Figure): FigureValue {
  const { id, value, format } = figure;
  if (value === undefined) return { id, value: null };
  return { id, value: format === "date" && typeof value === "number" ? isoFromDay(value) : value };
}

type Draft = Omit<Figure, "formula" | "source"> & {
  readonly formula?: FormulaTemplate;
  readonly source?: string;
};

/** Makes figures that come from `source` unless they name another; one without a value has no formula, which would show 0. */
export const figuresFrom =
  (source: string) =>
  ({ formula, ...draft }: Draft): Figure => ({
    source,
    ...draft,
    ...(draft.value === undefined || formula === undefined ? {} : { formula }),
  });

export const asOfFigure = (asOf: Day): Figure => ({
  id: "as_of",
  label: "As of",
  value: asOf,
  format: "date",
  words: "Day on which everything is looked at.",
  source: "Setting As-of date, else the newest import or event",
});
