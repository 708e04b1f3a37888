import type { Day } from "../calendar/day.ts";
import { plainText } from "../deals/stageIndex.ts";
import { betaQuantile } from "../statistics/beta.ts";
import { betaPrior } from "../statistics/betaBinomial.ts";
import { ageSteps, chanceToReach, type Move, type Stay } from "../statistics/competingRisks.ts";
import type { DealLife } from "./dealLife.ts";
import { stageKey } from "./features.ts";
import { EVER, type StageRate, WINDOW_DAYS } from "./winModel.ts";

type Visit = { readonly life: DealLife; readonly entered: Day };
type Place = { readonly pipeline: string; readonly stage: string };

/** The decided deals that a stage needs to have a rate of its own. */
const LEAST_DEALS = 1;
const OPEN = 0;
const WON = 1;
const LOST = 2;

/** When each deal first came into each stage; the blank stage stands for all deals, from their creation on. */
function visitsOf(lives: readonly DealLife[]): Map<string, { place: Place; visits: Visit[] }> {
  const found = new Map<string, { place: Place; visits: Visit[] }>();
  const add = (place: Place, visit: Visit) => {
    const key = stageKey(place.pipeline, place.stage);
    const known = found.get(key);
    if (known) known.visits.push(visit);
    else found.set(key, { place, visits: [visit] });
  };
  for (const life of lives) {
    add({ pipeline: "", stage: "" }, { life, entered: life.created });
    const seen = new Set<string>();
    for (const { pipeline = "", stage, since } of life.versions) {
      if (stage === undefined || seen.has(stageKey(pipeline, stage))) continue;
      seen.add(stageKey(pipeline, stage));
      add({ pipeline, stage }, { life, entered: since });
    }
  }
  return found;
}

type Outcome = { readonly decided: number; readonly won: number; readonly chances: number[] };

/** Types of deals with fewer decided ones are looked at together, or with the largest type. */
const LEAST_OF_TYPE = 20;

/** Deals by type: another one may win more often or sooner. */
function byType(visits: readonly Visit[]): Visit[][] {
  const types = new Map<string, Visit[]>();
  for (const visit of visits) {
    const type = plainText(visit.life.traits.type ?? "");
    const known = types.get(type);
    if (known) known.push(visit);
    else types.set(type, [visit]);
  }
  const isLarge = (list: readonly Visit[]) =>
    list.filter(({ life }) => life.outcome !== undefined).length >= LEAST_OF_TYPE;
  const [large, small]: [Visit[][], Visit[][]] = [[], []];
  for (const list of types.values()) (isLarge(list) ? large : small).push(list);
  const rest = small.flat();
  if (isLarge(rest) || large.length === 0) return [...large, rest];
  large.sort((one, other) => other.length - one.length);
  return large.map((list, at) => (at === 0 ? [...list, ...rest] : list));
}

/**
 * Chances from entering a stage on. They are found for each type of deals and weighed by how many came in: when the mix
 * changes, as with renewals that come up years later, those still open are not like those decided.
 */
function outcomeOf(visits: readonly Visit[], asOf: Day): Outcome {
  const parts = byType(visits).map((list) => ({ list, ...aalenJohansen(list, asOf) }));
  const windows = [...WINDOW_DAYS, EVER];
  return {
    decided: parts.reduce((sum, { decided }) => sum + decided, 0),
    won: parts.reduce((sum, { won }) => sum + won, 0),
    chances: windows.map(
      (_, window) =>
        parts.reduce((sum, { list, chances }) => sum + list.length * (chances[window] ?? 0), 0) /
        visits.length,
    ),
  };
}

/** By Aalen-Johansen: a deal that is still open counts for as long as it has been. */
function aalenJohansen(visits: readonly Visit[], asOf: Day): Outcome {
  const moves: Move[] = [];
  const stays: Stay[] = [];
  let [decided, won] = [0, 0];
  for (const { life, entered } of visits) {
    const days = Math.max(0.5, (life.ended ?? asOf) - entered);
    stays.push({ state: OPEN, from: 0, to: days });
    if (life.outcome === undefined) continue;
    decided++;
    if (life.outcome === "won") won++;
    moves.push({ age: days, from: OPEN, to: life.outcome === "won" ? WON : LOST, count: 1 });
  }
  const steps = ageSteps(moves, stays);
  const until = [...WINDOW_DAYS, Number.POSITIVE_INFINITY];
  const chances = until.map((days) => chanceToReach(steps, 3, WON, 0, days)[OPEN] ?? 0);
  return { decided, won, chances };
}

/**
 * The share of deals won of those that came into each stage, each stage leaning on all of them as far as it has few deals
 * of its own (Beta-Binomial, empirical Bayes). The first one is for all deals together.
 */
export function stageRates(lives: readonly DealLife[], asOf: Day): StageRate[] {
  const measured = [...visitsOf(lives).values()]
    .map(({ place, visits }) => ({ place, ...outcomeOf(visits, asOf) }))
    .filter(({ decided, place }) => decided >= LEAST_DEALS || place.stage === "");
  const stages = measured.filter(({ place }) => place.stage !== "");
  const priors = [...WINDOW_DAYS, EVER].map((_, window) =>
    betaPrior(
      stages.map(({ decided, chances }) => ({
        trials: decided,
        successes: decided * (chances[window] ?? 0),
      })),
    ),
  );
  return measured.map(({ place, decided, won, chances }) => {
    const posteriors = chances.map((chance, window) => {
      const prior = place.stage === "" ? undefined : priors[window];
      const { mean, strength } = prior ?? { mean: 0.5, strength: 1 };
      return [
        decided * chance + strength * mean,
        decided * (1 - chance) + strength * (1 - mean),
      ] as const;
    });
    const [a, b] = posteriors[EVER] ?? [1, 1];
    return {
      ...place,
      chances: posteriors.map(([k, rest]) => k / (k + rest)),
      low: betaQuantile(0.1, a, b),
      high: betaQuantile(0.9, a, b),
      deals: decided,
      won,
    };
  });
}
