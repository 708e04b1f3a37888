import type { Format } from "../../src/reports/report.ts";
import { shownAs } from "../notation.ts";

const styles: Readonly<Partial<Record<Format, Intl.NumberFormatOptions>>> = {
  money: { maximumFractionDigits: 0 },
  integer: { maximumFractionDigits: 0 },
  percent: { style: "percent", maximumFractionDigits: 1 },
  ratio: { minimumFractionDigits: 2, maximumFractionDigits: 2 },
  score: { minimumFractionDigits: 3, maximumFractionDigits: 3 },
  points: { maximumFractionDigits: 1 },
  days: { maximumFractionDigits: 1 },
};

/** A figure as a person reads it; unknown is a dash. */
export function shownFigure(value: number | undefined, format: Format): string {
  if (value === undefined) return "–";
  const options = styles[format] ?? { maximumFractionDigits: 2 };
  const text = shownAs(value, options);
  if (format === "ratio") return `${text} x`;
  return format === "days" ? `${text} days` : text;
}
