import type { Call } from "./calibration.ts";

/** Mean surprise at the outcomes, in natural logarithms; chances of 0 and 1 count as just inside. */
export function logLoss(predictions: readonly Call[]): number {
  let sum = 0;
  for (const { chance, won } of predictions) {
    const inside = Math.min(1 - 1e-15, Math.max(1e-15, chance));
    sum -= Math.log(won ? inside : 1 - inside);
  }
  return sum / predictions.length;
}
