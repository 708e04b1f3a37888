import type { Day } from "../calendar/day.ts";
import { addMonths } from "../calendar/day.ts";
import type { Rep } from "./rep.ts";

/**
 * Share of full productivity in each month after the start, the last one before full: 30 % for three months, 60 % for
 * the next three (RevOps finance model: capacity ramp 0.3 / 0.6 / 1.0).
 */
const defaultRamp: readonly number[] = [0.3, 0.3, 0.3, 0.6, 0.6, 0.6];

/**
 * A person's share of full productivity on a day, as a fraction: 0 before the first working day, then by whole months
 * since it, 1 after the ramp and when no start is known. A share set by hand takes the ramp's place from the start on.
 */
export function rampShare(
  { startDate, rampOverride }: Pick<Rep, "startDate" | "rampOverride">,
  day: Day,
  ramp: readonly number[] = defaultRamp,
): number {
  if (startDate !== undefined && day < startDate) return 0;
  if (rampOverride !== undefined) return rampOverride;
  if (startDate === undefined) return 1;
  const month = ramp.findIndex((_, index) => day < addMonths(startDate, index + 1));
  return month < 0 ? 1 : (ramp[month] ?? 1);
}
