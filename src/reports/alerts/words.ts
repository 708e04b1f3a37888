import type { Alert } from "../../core/alerts/alert.ts";
import type { LimitedFigure } from "../../settings/presets/limitRows.ts";
import { sayNumber } from "../parts/words.ts";

const AFTER: Readonly<Record<LimitedFigure["unit"], string>> = {
  "%": " %",
  x: " x",
  points: "",
  days: " days",
};

/** A figure in its unit, as precise as it is read. */
export function sayIn(unit: LimitedFigure["unit"], value: number | undefined): string {
  return value === undefined ? "" : `${sayNumber(value, 1)}${AFTER[unit]}`;
}

/** `Coverage`, without the unit that its numbers carry. */
export const plainLabel = ({ label }: Pick<LimitedFigure, "label">): string =>
  label.replace(/, (?:x|points|%)$/, "").replace(", % of", " as share of");

/** `Coverage 0.7 x, below 3 x by 2.3 x`; percents differ by points. */
export function sayAlert(figure: LimitedFigure, alert: Alert): string {
  const { value, limit, side, beyond } = alert;
  const say = (number: number | undefined) => sayIn(figure.unit, number);
  const by = figure.unit === "%" ? `${sayIn("points", beyond)} points` : say(beyond);
  return `${plainLabel(figure)} ${say(value)}, ${side} ${say(limit)} by ${by}`;
}
