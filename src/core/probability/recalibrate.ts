import { logOdds } from "../statistics/logOdds.ts";
import type { Prediction } from "../statistics/probabilityScores.ts";
import { ridgeLogistic } from "../statistics/ridgeLogistic.ts";
import type { Calibration } from "./winModel.ts";

/** Fewer outcomes of either kind leave a chance as it is. */
const LEAST_OUTCOMES = 20;

/**
 * Logistic recalibration on held-out outcomes (Platt): intercept and slope of the log-odds. A slope that would turn the
 * order round leaves the chances alone.
 */
export function recalibrate(heldOut: readonly Prediction[]): Calibration {
  const came = heldOut.reduce((sum, { outcome }) => sum + outcome, 0);
  if (Math.min(came, heldOut.length - came) < LEAST_OUTCOMES) return { kind: "none" };
  const { intercept, coefficients } = ridgeLogistic(
    heldOut.map(({ chance, outcome }) => ({
      inputs: [[0, logOdds(chance)]],
      weight: 1,
      outcome,
    })),
    [1e-6],
  );
  const slope = coefficients[0] ?? 0;
  return slope > 0 ? { kind: "platt", intercept, slope } : { kind: "none" };
}
