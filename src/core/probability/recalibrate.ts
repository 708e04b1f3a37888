import { brierScore } from "../accuracy/brier.ts";
import type { Call } from "../accuracy/calibration.ts";
import { isotonicSteps } from "../statistics/isotonic.ts";
import { logOdds } from "../statistics/logOdds.ts";
import { ridgeLogistic } from "../statistics/ridgeLogistic.ts";
import { calibrated } from "./calibrated.ts";
import type { Calibration } from "./winModel.ts";

/** Fewer outcomes of either kind leave a chance as it is. */
const LEAST_OUTCOMES = 20;
/** Steps need so many (Niculescu-Mizil and Caruana 2005). */
const LEAST_FOR_STEPS = 1000;
/** The last third of the outcomes judges what the first two say. */
const TRAINED_SHARE = 2 / 3;

const NONE: Calibration = { kind: "none" };

/**
 * What turns chances into ones that come true as often as they say, from held-out outcomes, the oldest first: nothing,
 * a straight line on log-odds, or with many outcomes rising steps. Each is fitted on the older ones; the one that does
 * best on the newest is fitted again on all.
 */
export function recalibrate(heldOut: readonly Call[]): Calibration {
  const cut = Math.floor(heldOut.length * TRAINED_SHARE);
  const [older, newest] = [heldOut.slice(0, cut), heldOut.slice(cut)];
  const kinds = heldOut.length >= LEAST_FOR_STEPS ? [platt, steps] : [platt];
  let best = { find: (_: readonly Call[]): Calibration => NONE, score: brierScore(newest) ?? 0 };
  for (const find of kinds) {
    const found = find(older);
    if (found.kind === "none") continue;
    const score =
      brierScore(newest.map(({ chance, won }) => ({ chance: calibrated(chance, found), won }))) ??
      0;
    if (score < best.score) best = { find, score };
  }
  return best.find(heldOut);
}

function isEnough(calls: readonly Call[]): boolean {
  const won = calls.filter((call) => call.won).length;
  return Math.min(won, calls.length - won) >= LEAST_OUTCOMES;
}

/** Logistic recalibration (Platt). A slope that would turn the order round leaves the chances alone. */
function platt(calls: readonly Call[]): Calibration {
  if (!isEnough(calls)) return NONE;
  const { intercept, coefficients } = ridgeLogistic(
    calls.map(({ chance, won }) => ({
      inputs: [[0, logOdds(chance)]],
      weight: 1,
      outcome: Number(won),
    })),
    [1e-6],
  );
  const slope = coefficients[0] ?? 0;
  return slope > 0 ? { kind: "platt", intercept, slope } : NONE;
}

/** Rising steps; half an outcome of either kind more keeps each inside 0 and 1. */
function steps(calls: readonly Call[]): Calibration {
  if (!isEnough(calls)) return NONE;
  const found = isotonicSteps(calls.map(({ chance, won }) => ({ at: chance, value: Number(won) })));
  return {
    kind: "isotonic",
    from: found.flatMap(({ from, to }) => (from < to ? [from, to] : [from])),
    to: found.flatMap(({ from, to, value, count }) => {
      const chance = (value * count + 0.5) / (count + 1);
      return from < to ? [chance, chance] : [chance];
    }),
  };
}
