import type { Day } from "../calendar/day.ts";
import { plainText } from "../deals/stageIndex.ts";
import { chanceOf, logOdds } from "../statistics/logOdds.ts";
import { calibrated } from "./calibrated.ts";
import { type Entry, encoder, stageKey } from "./features.ts";
import { modelCalendar, quarterParts, windowShares } from "./season.ts";
import type {
  FeatureId,
  GroupEffect,
  LandmarkFit,
  StageRate,
  SurvivalPoint,
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

function withEffects(model: WinModel) {
  const [segment, owner] = [
    groupEffects(model.effects, "segment"),
    groupEffects(model.effects, "owner"),
  ];
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
  const effects = withEffects(model);
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

/** The chance at the deal's age, between the two ages that the model knows. */
function atAge(
  points: readonly SurvivalPoint[],
  age: number,
  window: Window,
): { chance: number; atRisk: number } | undefined {
  const next = points.findIndex((point) => point.age >= age);
  const after = points[next < 0 ? points.length - 1 : next];
  const before = next > 0 ? points[next - 1] : undefined;
  if (!after) return undefined;
  const later = after.chances[window] ?? 0;
  if (!before || next < 0) return { chance: later, atRisk: after.atRisk };
  const earlier = before.chances[window] ?? 0;
  const share = (age - before.age) / (after.age - before.age);
  return {
    chance: earlier + (later - earlier) * share,
    atRisk: before.atRisk + (after.atRisk - before.atRisk) * share,
  };
}

/** The stage's chances given the deal's age. */
export function survivalParts(model: WinModel, day: Day): PartsOf {
  const rates = rateParts(model);
  const curves = new Map<string, SurvivalPoint[]>();
  for (const point of model.survival) {
    const key = stageKey(point.pipeline, point.stage);
    curves.set(key, [...(curves.get(key) ?? []), point]);
  }
  const curveOf = (deal: WinDeal) =>
    curves.get(stageKey(deal.pipeline, deal.stage)) ??
    curves.get(stageKey("", deal.stage)) ??
    curves.get(stageKey("", ""));
  return (deal, window) => {
    const curve = curveOf(deal);
    const plain = rates(deal, window);
    if (!curve || !plain || deal.created === undefined || deal.created > day) return undefined;
    const found = atAge(curve, day - Math.floor(deal.created), window);
    if (!found) return undefined;
    const [base, stage, ...effects] = plain.parts;
    const rate = (base?.logOdds ?? 0) + (stage?.logOdds ?? 0);
    const age: Part = { part: "age", logOdds: logOdds(found.chance) - rate };
    return { parts: [...plain.parts.slice(0, 2), age, ...effects], evidence: found.atRisk };
  };
}

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
