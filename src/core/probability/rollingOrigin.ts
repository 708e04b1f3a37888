import type { Day } from "../calendar/day.ts";
import type { FiscalCalendar } from "../calendar/fiscalCalendar.ts";
import { chanceOf } from "../statistics/logOdds.ts";
import {
  brierScore,
  calibrationError,
  logLoss,
  type Prediction,
  rankAuc,
  reliabilityBins,
} from "../statistics/probabilityScores.ts";
import { type DealLife, isOpenOn, lifeUpTo, standingOn } from "./dealLife.ts";
import { fitLandmark } from "./fitLandmark.ts";
import { landmarkRows, wonWithin } from "./landmarkRows.ts";
import { fitLowerRungs } from "./lowerRungs.ts";
import { landmarkParts, type PartsOf, rateParts, survivalParts } from "./rungParts.ts";
import {
  type ReliabilityBin,
  type Rung,
  type RungScore,
  WINDOW_DAYS,
  type WinModel,
} from "./winModel.ts";

/** So many past days at most are played through, this far apart. */
const ORIGINS = 6;
const APART = 30;
/** Decided deals that must be known on such a day, and wins that a logistic model needs (METHODS of landmarking: about 100). */
const LEAST_DECIDED = 50;
export const LEAST_WON = 100;

/** What each rung would have said on past days, beside what came of it, the oldest day first. */
export type HeldOut = Readonly<Record<Exclude<Rung, "assumed">, Prediction[]>> & {
  origins: number;
};

/**
 * Plays the past through for one window: on each past day every rung is fitted on what was known that day, says its
 * chance for each deal that was open, and is held to what happened in the window.
 */
export function rollingOrigin(
  lives: readonly DealLife[],
  asOf: Day,
  window: number,
  calendar: FiscalCalendar,
): HeldOut {
  const heldOut: HeldOut = { rates: [], survival: [], landmark: [], origins: 0 };
  const days = WINDOW_DAYS[window];
  if (days === undefined) return heldOut;
  for (let back = ORIGINS - 1; back >= 0; back--) {
    const origin = asOf - days - back * APART;
    const known = lives.flatMap((life) => lifeUpTo(life, origin) ?? []);
    const { model, owners } = fitLowerRungs(known, origin, calendar);
    if (model.deals < LEAST_DECIDED) continue;
    heldOut.origins++;
    const rows = landmarkRows(known, origin, days);
    const wins = rows.reduce((sum, row) => sum + wonWithin(row, window), 0);
    const fit =
      wins < LEAST_WON
        ? undefined
        : fitLandmark({
            rows,
            window,
            asOf: origin,
            calendar,
            ownerEffect: owners.without,
            stillOpen: () => 0,
          });
    const full: WinModel = {
      ...model,
      fits: model.fits.map((none, at) => (at === window ? fit : none)),
    };
    const rungs: readonly [Exclude<Rung, "assumed">, PartsOf][] = [
      ["rates", rateParts(full)],
      ["survival", survivalParts(full, origin)],
      ["landmark", landmarkParts(full, origin)],
    ];
    for (const life of lives) {
      if (!isOpenOn(life, origin)) continue;
      const deal = standingOn(life, origin);
      const outcome = wonWithin({ life, day: origin, deal }, window);
      for (const [rung, partsOf] of rungs) {
        const parts = partsOf(deal, window)?.parts;
        if (!parts) continue;
        const sum = parts.reduce((total, { logOdds }) => total + logOdds, 0);
        heldOut[rung].push({ chance: chanceOf(sum), outcome });
      }
    }
  }
  return heldOut;
}

/** How each rung did on what it had not seen; skill is against the stage rates. */
export function rungScores(heldOut: HeldOut, window: number): RungScore[] {
  const base = brierScore(heldOut.rates);
  return (["rates", "survival", "landmark"] as const).flatMap((rung) => {
    const predictions = heldOut[rung];
    // Scores are compared on the same deals alone.
    if (predictions.length === 0 || predictions.length < heldOut.rates.length) return [];
    const brier = brierScore(predictions);
    return [
      {
        window,
        rung,
        origins: heldOut.origins,
        outcomes: predictions.length,
        won: predictions.reduce((sum, { outcome }) => sum + outcome, 0),
        brier,
        logLoss: logLoss(predictions),
        auc: rankAuc(predictions),
        calibrationError: calibrationError(predictions),
        skill: base > 0 ? 1 - brier / base : undefined,
      },
    ];
  });
}

/** Held-out chances of the rung in use by tenths, beside the share that came true. */
export function heldOutBins(heldOut: HeldOut, rung: Rung, window: number): ReliabilityBin[] {
  if (rung === "assumed") return [];
  return reliabilityBins(heldOut[rung]).map((bin) => ({ window, ...bin }));
}
