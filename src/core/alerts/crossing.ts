import type { AlertSide, FigureLimit } from "./alert.ts";

export type Crossing = {
  readonly side: AlertSide;
  readonly limit: number;
  readonly beyond: number;
};

/** Sums of binary fractions miss a limit by so little without crossing it. */
const SAME = 1e-9;

/** How far a figure is outside its limits; undefined within them. A figure at its limit is within. */
export function crossing(
  value: number,
  { lower, upper }: Pick<FigureLimit, "lower" | "upper">,
): Crossing | undefined {
  const slack = (limit: number) => SAME * Math.max(1, Math.abs(limit));
  if (lower !== undefined && value < lower - slack(lower))
    return { side: "below", limit: lower, beyond: lower - value };
  if (upper !== undefined && value > upper + slack(upper))
    return { side: "above", limit: upper, beyond: value - upper };
  return undefined;
}
