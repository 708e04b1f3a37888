import type { Status } from "../report.ts";

export const TEXT = "#202124";
/** Text of cells that nobody ever formatted. */
export const UNTOUCHED = "#000000";
export const SECONDARY = "#5f6368";
/** A text that opens another place. */
export const ACCENT = "#1a73e8";
export const LINE = "#dadce0";
export const HEADER_FILL = "#f1f3f4";
export const PAPER = "#ffffff";
/** Light bars in tables, from nothing to the largest value of the column. */
export const BAR_TINTS = ["#ffffff", "#f1f6fe", "#e3eefd", "#d5e5fc", "#c6dafc"];

/** Status text on its light fill; the word always stands beside it. */
export const STATUS_COLOURS: Readonly<
  Record<Status, { text: string; fill: string; sign: string }>
> = {
  good: { text: "#137333", fill: "#e6f4ea", sign: "▲" },
  warning: { text: "#b06000", fill: "#fef7e0", sign: "●" },
  bad: { text: "#c5221f", fill: "#fce8e6", sign: "▼" },
  neutral: { text: SECONDARY, fill: PAPER, sign: "" },
};
