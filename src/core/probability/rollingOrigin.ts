import { brierScore } from "../accuracy/brier.ts";
import { type Call, calibrationBins, calibrationError } from "../accuracy/calibration.ts";
import { logLoss } from "../accuracy/logLoss.ts";
import { rankAuc } from "../accuracy/rankAuc.ts";
import type { Day } from "../calendar/day.ts";
import type { FiscalCalendar } from "../calendar/fiscalCalendar.ts";
import { chanceOf } from "../statistics/logOdds.ts";
import { type DealLife, isOpenOn, lifeUpTo, standingOn } from "./dealLife.ts";
import { fitLandmark } from "./fitLandmark.ts";
import { landmarkRows, wonWithin } from "./landmarkRows.ts";
import { fitLowerRungs, type LowerRungs } from "./lowerRungs.ts";
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
export type HeldOut = Readonly<Record<Exclude<Rung, "assumed">, Call[]>> & {
  origins: number;
};

/**
 * Plays the past through for one window: on each past day every rung is fitted on what was known that day, says its
 * chance for each deal that was open, and is held to what happened in the window. The rungs without a regression serve
 * all windows, so they may be handed in.
 */
export function rollingOrigin(
  lives: readonly DealLife[],
  asOf: Day,
  window: number,
  calendar: FiscalCalendar,
  lowerOn: (origin: Day) => LowerRungs = (origin) =>
    fitLowerRungs(knownOn(lives, origin), origin, calendar),
): HeldOut {
  const heldOut: HeldOut = { rates: [], survival: [], landmark: [], origins: 0 };
  const days = WINDOW_DAYS[window];
  if (days === undefined) return heldOut;
  for (let back = ORIGINS - 1; back >= 0; back--) {
    const origin = asOf - days - back * APART;
    const { model, owners } = lowerOn(origin);
    if (model.deals < LEAST_DECIDED) continue;
    heldOut.origins++;
    const rows = landmarkRows(knownOn(lives, origin), origin, days);
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
    const fits = model.fits.map((none, at) => (at === window ? fit : none));
    holdOut(lives, origin, window, { ...model, fits }, heldOut);
  }
  return heldOut;
}

/** Adds what each rung of a model says of the deals that were open on a day, beside what came of them. */
function holdOut(
  lives: readonly DealLife[],
  origin: Day,
  window: number,
  model: WinModel,
  heldOut: HeldOut,
): void {
  const rungs: readonly [Exclude<Rung, "assumed">, PartsOf][] = [
    ["rates", rateParts(model)],
    ["survival", survivalParts(model, origin)],
    ["landmark", landmarkParts(model, origin)],
  ];
  for (const life of lives) {
    if (!isOpenOn(life, origin)) continue;
    const deal = standingOn(life, origin);
    const won = wonWithin({ life, day: origin, deal }, window) === 1;
    for (const [rung, partsOf] of rungs) {
      const parts = partsOf(deal, window)?.parts;
      if (!parts) continue;
      const sum = parts.reduce((total, { logOdds }) => total + logOdds, 0);
      heldOut[rung].push({ chance: chanceOf(sum), won });
    }
  }
}

/** All deals as they were known on a day. */
export function knownOn(lives: readonly DealLife[], day: Day): DealLife[] {
  return lives.flatMap((life) => lifeUpTo(life, day) ?? []);
}

/** How each rung did on what it had not seen; skill is against the stage rates. */
export function rungScores(heldOut: HeldOut, window: number): RungScore[] {
  const base = brierScore(heldOut.rates) ?? 0;
  return (["rates", "survival", "landmark"] as const).flatMap((rung) => {
    const predictions = heldOut[rung];
    // Scores are compared on the same deals alone.
    if (predictions.length === 0 || predictions.length < heldOut.rates.length) return [];
    const brier = brierScore(predictions) ?? 0;
    return [
      {
        window,
        rung,
        origins: heldOut.origins,
        outcomes: predictions.length,
        won: predictions.filter((call) => call.won).length,
        brier,
        logLoss: logLoss(predictions),
        auc: rankAuc(predictions),
        calibrationError: calibrationError(calibrationBins(predictions)) ?? 0,
        skill: base > 0 ? 1 - brier / base : undefined,
      },
    ];
  });
}

/** Held-out chances of the rung in use by tenths, beside the share that came true. */
export function heldOutBins(heldOut: HeldOut, rung: Rung, window: number): ReliabilityBin[] {
  if (rung === "assumed") return [];
  return calibrationBins(heldOut[rung]).map(({ given, won, calls }) => {
    return { window, predicted: given, observed: won, outcomes: calls };
  });
}
