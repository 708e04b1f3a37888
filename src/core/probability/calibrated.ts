import { chanceOf, logOdds } from "../statistics/logOdds.ts";
import type { Calibration } from "./winModel.ts";

/** A model's chance after recalibration on held-out outcomes. Between the steps of an isotonic one it goes straight. */
export function calibrated(chance: number, calibration: Calibration): number {
  if (calibration.kind === "none") return chance;
  if (calibration.kind === "platt")
    return chanceOf(calibration.intercept + calibration.slope * logOdds(chance));
  const { from, to } = calibration;
  const next = from.findIndex((one) => one >= chance);
  if (next < 0) return to[to.length - 1] ?? chance;
  const [x1 = 0, y1 = 0] = [from[next], to[next]];
  if (next === 0) return y1;
  const [x0 = 0, y0 = 0] = [from[next - 1], to[next - 1]];
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (chance - x0)) / (x1 - x0);
}
