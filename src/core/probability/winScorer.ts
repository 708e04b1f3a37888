import type { Day } from "../calendar/day.ts";
import type { StageIndex } from "../deals/stageIndex.ts";
import { toldProbability } from "../pipeline/assumedProbability.ts";
import { betaQuantile } from "../statistics/beta.ts";
import { chanceOf, logOdds } from "../statistics/logOdds.ts";
import { landmarkParts, type Part, type PartsOf, rateParts, survivalParts } from "./rungParts.ts";
import { spreadOverDays } from "./timing.ts";
import { EVER, type Rung, WINDOW_DAYS, type WinDeal, type WinModel } from "./winModel.ts";

export type WinChance = {
  /** Undefined where nothing tells it. */
  readonly probability: number | undefined;
  readonly rung: Rung;
  /** On how many deals the chance rests; undefined for an assumed one. */
  readonly evidence: number | undefined;
};

/** What an open deal is judged by: what is known of it, and the CRM's own probability for a stage that no table knows. */
export type ScoredDeal = WinDeal & { readonly probability?: number | undefined };

export type WinScorer = {
  /** The chance that an open deal is won up to a day, that day included; without one, that it is won at all. */
  readonly chance: (deal: ScoredDeal, by?: Day) => WinChance;
  /** What the chance is made of in log-odds; the parts add up to it. Undefined where it is unknown, 0 or 1. */
  readonly parts: (deal: ScoredDeal, by?: Day) => readonly Part[] | undefined;
};

/** The share of chances that an interval holds back on each side: 80% lie inside. */
const TAIL = 0.1;

/** The 80% interval of a chance that was measured on so many deals (Beta posterior with a flat prior's half deal). */
export function chanceInterval(probability: number, evidence: number): [number, number] {
  const [won, lost] = [probability * evidence + 0.5, (1 - probability) * evidence + 0.5];
  return [betaQuantile(TAIL, won, lost), betaQuantile(1 - TAIL, won, lost)];
}

/**
 * Chances of open deals on a day. Without a model they are what the stage table states; up to a day, a deal then counts
 * when its close date comes no later.
 */
export function winScorer(
  model: WinModel | undefined,
  stages: StageIndex,
  asOf: Day | undefined,
): WinScorer {
  return model && asOf !== undefined
    ? modelScorer(model, asOf, assumedScorer(stages))
    : assumedScorer(stages);
}

function assumedScorer(stages: StageIndex): WinScorer {
  const chance = (deal: ScoredDeal, by?: Day): WinChance => {
    const stage = stages.find(deal.pipeline, deal.stage);
    const stated = toldProbability(stage) ?? deal.probability ?? stage?.probability;
    const late = by !== undefined && (deal.closeDate === undefined || deal.closeDate > by);
    const probability = stated !== undefined && late ? 0 : stated;
    return { probability, rung: "assumed", evidence: undefined };
  };
  return {
    chance,
    parts(deal, by) {
      const { probability } = chance(deal, by);
      if (probability === undefined || probability <= 0 || probability >= 1) return undefined;
      return [{ part: "base", logOdds: logOdds(probability) }];
    },
  };
}

type Found = { readonly rung: Rung; readonly parts: readonly Part[]; readonly evidence: number };

const sumOf = (parts: readonly Part[]) => parts.reduce((sum, part) => sum + part.logOdds, 0);

function modelScorer(model: WinModel, asOf: Day, assumed: WinScorer): WinScorer {
  const spread = spreadOverDays(model, asOf);
  const [rates, survival, landmark] = [
    rateParts(model),
    survivalParts(model, asOf),
    landmarkParts(model, asOf),
  ];
  const ladder: readonly (readonly [Rung, PartsOf])[] = [
    ["landmark", landmark],
    ["survival", survival],
    ["rates", rates],
  ];
  const found = (deal: WinDeal, window: number): Found | undefined => {
    const top = ladder.findIndex(([rung]) => rung === model.rungs[window]);
    // What a rung cannot say of a deal, such as one without a created date, the next one below says.
    for (const [rung, partsOf] of top < 0 ? [] : ladder.slice(top)) {
      const parts = partsOf(deal, window);
      if (parts) return { rung, ...parts };
    }
    return undefined;
  };
  const chancesOf = (deal: WinDeal): { chances: number[]; windows: Found[] } | undefined => {
    const [chances, windows]: [number[], Found[]] = [[], []];
    let least = 0;
    for (let window = 0; window <= EVER; window++) {
      const one = found(deal, window);
      if (!one) return undefined;
      // A longer window never has the smaller chance.
      least = Math.max(least, chanceOf(sumOf(one.parts)));
      chances.push(least);
      windows.push(one);
    }
    return { chances, windows };
  };
  const windowOf = (days: number | undefined) => {
    const at = days === undefined ? -1 : WINDOW_DAYS.findIndex((window) => window >= days);
    return at < 0 ? EVER : at;
  };
  const score = (deal: ScoredDeal, by: Day | undefined) => {
    const all = chancesOf(deal);
    if (!all) return undefined;
    const days = by === undefined ? undefined : by - asOf;
    const anchor = all.windows[windowOf(days)];
    return anchor && { probability: spread(all.chances, days), anchor };
  };
  return {
    chance(deal, by) {
      const one = score(deal, by);
      if (!one) return assumed.chance(deal, by);
      return {
        probability: one.probability,
        rung: one.anchor.rung,
        evidence: one.anchor.evidence,
      };
    },
    parts(deal, by) {
      const one = score(deal, by);
      if (!one) return assumed.parts(deal, by);
      if (one.probability <= 0 || one.probability >= 1) return undefined;
      const timing = logOdds(one.probability) - sumOf(one.anchor.parts);
      return Math.abs(timing) < 1e-12
        ? one.anchor.parts
        : [...one.anchor.parts, { part: "timing", logOdds: timing }];
    },
  };
}
