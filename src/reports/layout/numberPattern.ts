import type { Format } from "../report.ts";

const PATTERNS: Readonly<Record<Format, string>> = {
  text: "",
  money: "#,##0",
  number: "#,##0.0",
  integer: "#,##0",
  percent: "0.0%",
  ratio: '0.0"x"',
  score: "0.000",
  points: "0",
  days: "#,##0",
  date: "d mmm yyyy",
};

/** The number format of a column or figure whose largest value has this size. Small money shows its cents, a share as a number its hundredths. */
export function numberPattern(format: Format, largest: number): string {
  if (format === "number" && largest > 0 && largest < 1) return "0.00";
  if (format !== "money") return PATTERNS[format];
  if (largest >= 1e10) return '#,##0.0,,"M"';
  return largest > 0 && largest < 1000 ? "#,##0.00" : PATTERNS.money;
}

/** As above for the labels along a chart's axis: `500K` stands beside its neighbours unturned. */
export function axisPattern(format: Format, largest: number): string {
  if (format === "percent") return "0%";
  const isLong = (format === "money" || format === "number") && largest >= 5000;
  return isLong ? "short" : numberPattern(format, largest);
}

/** As above, short enough to stand large in one column: `12.35M`, `412.5K`. */
export function headlinePattern(format: Format, value: number): string {
  const size = Math.abs(value);
  if (format === "money" || format === "number" || format === "integer") {
    if (size >= 1e9) return '#,##0.00,,,"B"';
    if (size >= 1e8) return '#,##0.0,,"M"';
    if (size >= 1e6) return '0.00,,"M"';
    if (size >= 1e5) return '#,##0,"K"';
    if (size >= 1e4) return '0.0,"K"';
  }
  return numberPattern(format, size);
}
