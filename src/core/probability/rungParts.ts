import type { Day } from "../calendar/day.ts";
import { plainText } from "../deals/stageIndex.ts";
import { chanceOf, logOdds } from "../statistics/logOdds.ts";
import { calibrated } from "./calibrated.ts";
import { type Entry, encoder, stageKey } from "./features.ts";
import { hazardChances } from "./hazardChances.ts";
import { modelCalendar, quarterParts, quarterThirds, windowShares } from "./season.ts";
import type {
  FeatureId,
  GroupEffect,
  LandmarkFit,
  StageRate,
  WinDeal,
  WinModel,
} from "./winModel.ts";

/** What a chance is made of, in log-odds: the parts add up to it. */
export type Part = {
  readonly part: "base" | "calibration" | "timing" | FeatureId;
  readonly logOdds: number;
};

/** The parts of a deal's chance to be won within a window, and on how many deals it rests. */
export type Parts = { readonly parts: Part[]; readonly evidence: number };

type Window = number;

/** Takes a chance apart as the rung in use finds it; undefined where that rung cannot say anything of a deal. */
export type PartsOf = (deal: WinDeal, window: Window) => Parts | undefined;

export function groupEffects(effects: readonly GroupEffect[], field: GroupEffect["field"]) {
  const known = new Map<string, number>();
  for (const effect of effects)
    if (effect.field === field) known.set(plainText(effect.name), effect.logOdds);
  return (deal: WinDeal): number | undefined => {
    const name = deal[field];
    return name === undefined ? undefined : known.get(plainText(name));
  };
}

function withEffects(all: readonly GroupEffect[]) {
  const [segment, owner] = [groupEffects(all, "segment"), groupEffects(all, "owner")];
  return (deal: WinDeal): Part[] => [
    { part: "segment", logOdds: segment(deal) ?? 0 },
    { part: "owner", logOdds: owner(deal) ?? 0 },
  ];
}

function rateFinder(stages: readonly StageRate[]) {
  const known = new Map(stages.map((rate) => [stageKey(rate.pipeline, rate.stage), rate]));
  const all = known.get(stageKey("", ""));
  return (deal: WinDeal) => ({
    all,
    own:
      known.get(stageKey(deal.pipeline, deal.stage)) ?? known.get(stageKey("", deal.stage)) ?? all,
  });
}

/** Stage rates, shifted by segment and owner. */
export function rateParts(model: WinModel): PartsOf {
  const find = rateFinder(model.stages);
  const effects = withEffects(model.effects);
  return (deal, window) => {
    const { all, own } = find(deal);
    if (!all || !own) return undefined;
    const base = logOdds(all.chances[window] ?? 0);
    const parts: Part[] = [
      { part: "base", logOdds: base },
      { part: "stage", logOdds: logOdds(own.chances[window] ?? 0) - base },
      ...effects(deal),
    ];
    return { parts, evidence: own.deals };
  };
}

/** The stage's chances given the deal's age, and the days of the quarter that lie ahead. */
export function survivalParts(model: WinModel, day: Day): PartsOf {
  const rates = rateParts(model);
  const paces = (["segment", "owner"] as const).map((field) => ({
    field,
    paceOf: groupEffects(model.paces, field),
  }));
  const hazards = hazardChances(model.hazards, quarterThirds(modelCalendar(model.calendar)));
  return (deal, window) => {
    const plain = rates(deal, window);
    if (!plain || deal.created === undefined || deal.created > day) return undefined;
    const key = [stageKey(deal.pipeline, deal.stage), stageKey("", deal.stage), ALL].find(
      hazards.knows,
    );
    if (key === undefined) return undefined;
    const age = day - Math.floor(deal.created);
    const [base, stage] = plain.parts;
    const aged = logOdds(hazards.plain(key, age)[window] ?? 0);
    const now = logOdds(hazards.chances(key, age, day)[window] ?? 0);
    const parts: Part[] = [
      ...plain.parts.slice(0, 2),
      { part: "age", logOdds: aged - (base?.logOdds ?? 0) - (stage?.logOdds ?? 0) },
      { part: "season", logOdds: now - aged },
    ];
    let before = now;
    for (const { field, paceOf } of paces) {
      // So many times the hazard on each day: the chance of no win is raised to that power.
      const after = logOdds(1 - (1 - chanceOf(before)) ** Math.exp(paceOf(deal) ?? 0));
      parts.push({ part: field, logOdds: after - before });
      before = after;
    }
    return { parts, evidence: hazards.deals(key, age) };
  };
}

const ALL = stageKey("", "");

function linearParts(fit: LandmarkFit, entries: readonly Entry[]): Part[] {
  const sums = new Map<FeatureId, number>();
  let base = fit.intercept;
  for (const { feature, coefficient, mean } of fit.terms) {
    base += coefficient * mean;
    sums.set(feature, (sums.get(feature) ?? 0) - coefficient * mean);
  }
  for (const [at, value] of entries) {
    const term = fit.terms[at];
    if (term) sums.set(term.feature, (sums.get(term.feature) ?? 0) + term.coefficient * value);
  }
  return [
    { part: "base", logOdds: base },
    ...[...sums].map(([part, value]) => ({ part, logOdds: value })),
  ];
}

/** The logistic model: each feature's part is its coefficient times what it differs from the average. */
export function landmarkParts(model: WinModel, day: Day): PartsOf {
  const ownerEffect = groupEffects(model.effects, "owner");
  const partOf = quarterParts(modelCalendar(model.calendar));
  const prepared = model.fits.map(
    (fit, window) =>
      fit && {
        fit,
        encode: encoder(fit.terms),
        around: { day, shares: windowShares(partOf, window)(day), ownerEffect },
      },
  );
  return (deal, window) => {
    const ready = prepared[window];
    if (!ready) return undefined;
    const { fit, encode, around } = ready;
    const parts = linearParts(fit, encode(deal, around));
    const raw = parts.reduce((sum, part) => sum + part.logOdds, 0);
    const after = logOdds(calibrated(chanceOf(raw), fit.calibration));
    if (fit.calibration.kind !== "none") parts.push({ part: "calibration", logOdds: after - raw });
    return { parts, evidence: fit.deals };
  };
}
