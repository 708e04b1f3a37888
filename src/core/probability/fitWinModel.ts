import type { Day } from "../calendar/day.ts";
import type { FiscalCalendar } from "../calendar/fiscalCalendar.ts";
import { inOneGo, type Remember } from "../remember.ts";
import { chanceOf } from "../statistics/logOdds.ts";
import { type DealLife, standingOn } from "./dealLife.ts";
import { fitLandmark } from "./fitLandmark.ts";
import { landmarkRows, wonWithin } from "./landmarkRows.ts";
import { fitLowerRungs } from "./lowerRungs.ts";
import { recalibrate } from "./recalibrate.ts";
import {
  type HeldOut,
  heldOutBins,
  knownOn,
  LEAST_WON,
  rollingOrigin,
  rungScores,
} from "./rollingOrigin.ts";
import { survivalParts } from "./rungParts.ts";
import {
  EVER,
  type LandmarkFit,
  type Rung,
  type RungScore,
  WINDOW_DAYS,
  WINDOWS,
  type WinModel,
} from "./winModel.ts";

/** A month must have gone by for a look at the open deals to tell anything about whether they are won at all. */
const EVER_GAP = 30;

/** The best rung by its score on past days; one that is no better than the stage rates is not used. */
function bestRung(scores: readonly RungScore[]): Rung {
  let best: RungScore | undefined;
  for (const score of scores) {
    if (score.rung !== "rates" && !((score.skill ?? 0) > 0)) continue;
    if (!best || score.brier < best.brier) best = score;
  }
  return best?.rung ?? "rates";
}

function sentence(rungs: readonly Rung[], scores: readonly RungScore[]): string {
  if (scores.length === 0)
    return "Stage rates: too few decided deals to hold a better method to past days.";
  const names = {
    assumed: "stage table",
    rates: "stage rates",
    survival: "stage, age and season",
    landmark: "logistic model",
  };
  return WINDOWS.map((window, at) => {
    const rung = rungs[at] ?? "rates";
    const score = scores.find((one) => one.window === at && one.rung === rung);
    const skill =
      score?.skill === undefined || rung === "rates"
        ? ""
        : ` (${(100 * score.skill).toFixed(1)}% less squared error than stage rates on ${score.outcomes} held-out outcomes)`;
    return `${window}: ${names[rung]}${skill}`;
  }).join("; ");
}

/** Works each day out once. */
function onceEach<Result>(find: (day: Day) => Result): (day: Day) => Result {
  const found = new Map<Day, Result>();
  return (day) => {
    const known = found.get(day) ?? find(day);
    found.set(day, known);
    return known;
  };
}

/**
 * Fits the chances of winning to what was known by a day. Each window takes the rung that did best on past days it had
 * not seen; whether a deal is won at all, which takes longest to show, follows the longest window.
 */
export function fitWinModel(
  all: readonly DealLife[],
  asOf: Day,
  calendar: FiscalCalendar,
  version: number,
  remember: Remember = inOneGo,
): WinModel {
  const lives = knownOn(all, asOf);
  const lowerOn = onceEach((day: Day) => fitLowerRungs(knownOn(lives, day), day, calendar));
  const { model: lower, owners } = lowerOn(asOf);
  const heldOut: HeldOut[] = WINDOW_DAYS.map((days, window) =>
    remember(
      `${days} days`,
      () => rollingOrigin(lives, asOf, window, calendar, lowerOn),
      WINDOW_DAYS.length,
    ),
  );
  const scores = heldOut.flatMap(rungScores);
  const chosen = WINDOW_DAYS.map((_, window) =>
    bestRung(scores.filter((score) => score.window === window)),
  );
  const aged = survivalParts(lower, asOf);
  const stillOpen = (life: DealLife) => {
    const parts = aged(standingOn(life, asOf), EVER)?.parts ?? [];
    return chanceOf(parts.reduce((sum, part) => sum + part.logOdds, 0));
  };
  const wanted = [...chosen, chosen[chosen.length - 1] ?? "rates"];
  const fits = wanted.map((rung, window): LandmarkFit | undefined => {
    if (rung !== "landmark") return undefined;
    const rows = landmarkRows(lives, asOf, WINDOW_DAYS[window] ?? EVER_GAP);
    if (rows.filter((row) => wonWithin(row, window) === 1).length < LEAST_WON) return undefined;
    const fit = fitLandmark({
      rows,
      window,
      asOf,
      calendar,
      ownerEffect: owners.without,
      stillOpen,
    });
    return { ...fit, calibration: recalibrate(heldOut[window]?.landmark ?? []) };
  });
  const rungs = wanted.map(
    (rung, window): Rung => (rung === "landmark" && !fits[window] ? "survival" : rung),
  );
  return {
    ...lower,
    version,
    rungs,
    reason: sentence(rungs, scores),
    fits,
    scores,
    reliability: heldOut.flatMap((one, window) =>
      heldOutBins(one, rungs[window] ?? "rates", window),
    ),
  };
}
