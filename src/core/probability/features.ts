import type { Day } from "../calendar/day.ts";
import { plainText } from "../deals/stageIndex.ts";
import type { FeatureId, Term, WinDeal } from "./winModel.ts";

/** Features that are a number, which a model takes in bins. */
export const measures: Readonly<
  Partial<Record<FeatureId, (deal: WinDeal, day: Day) => number | undefined>>
> = {
  age: ({ created }, day) => since(created, day),
  stageDays: ({ stageEntered }, day) => since(stageEntered, day),
  closeIn: ({ closeDate }, day) => (closeDate === undefined ? undefined : closeDate - day),
  amount: ({ amount }) => amount,
  pushes: ({ pushes }) => pushes,
  quiet: ({ lastActivity }, day) => since(lastActivity, day),
};

/** Features that are a name. */
export const names: Readonly<Partial<Record<FeatureId, (deal: WinDeal) => string | undefined>>> = {
  stage: ({ pipeline, stage }) => stage && stageKey(pipeline, stage),
  segment: ({ segment }) => segment && plainText(segment),
  source: ({ source }) => source && plainText(source),
  type: ({ type }) => type && plainText(type),
  product: ({ product }) => product && plainText(product),
};

function since(from: Day | undefined, day: Day): number | undefined {
  return from === undefined || Math.floor(from) > day ? undefined : day - Math.floor(from);
}

/** A stage of a pipeline as one name. */
export function stageKey(pipeline: string | undefined, stage: string | undefined): string {
  return `${plainText(pipeline ?? "")}/${plainText(stage ?? "")}`;
}

/** What a feature's terms see of a deal: the place of a term, and its value there. */
export type Entry = readonly [term: number, value: number];

/** What is the same for all deals of a day. */
export type Surroundings = {
  readonly day: Day;
  /** Shares of the window in each third of a quarter. */
  readonly shares: readonly number[];
  /** The owner's effect in log-odds; undefined: not known. */
  readonly ownerEffect: (deal: WinDeal) => number | undefined;
};

/** Finds the terms that are not zero for a deal. A name or number that no term covers adds nothing. */
export function encoder(
  terms: readonly Omit<Term, "coefficient" | "mean" | "low" | "high">[],
): (deal: WinDeal, around: Surroundings) => Entry[] {
  const byName = new Map<string, number>();
  const bins = new Map<FeatureId, { from: number; to: number; term: number }[]>();
  const season: { readonly term: number; readonly part: number }[] = [];
  let owner: number | undefined;
  terms.forEach(({ feature, level, from, to }, term) => {
    if (feature === "season") season.push({ term, part: Number(level) - 1 });
    else if (feature === "owner") owner = term;
    else if (names[feature]) byName.set(`${feature}\n${level}`, term);
    else {
      const known = bins.get(feature) ?? [];
      known.push({
        from: from ?? Number.NEGATIVE_INFINITY,
        to: to ?? Number.POSITIVE_INFINITY,
        term,
      });
      bins.set(feature, known);
    }
  });
  const named = (Object.keys(names) as FeatureId[]).filter((feature) =>
    terms.some((term) => term.feature === feature),
  );
  const addNames = (deal: WinDeal, entries: Entry[]) => {
    for (const feature of named) {
      const term = byName.get(`${feature}\n${names[feature]?.(deal) ?? ""}`);
      if (term !== undefined) entries.push([term, 1]);
    }
  };
  const addBins = (deal: WinDeal, day: Day, entries: Entry[]) => {
    for (const [feature, list] of bins) {
      const value = measures[feature]?.(deal, day);
      if (value === undefined) continue;
      const bin = list.find(({ from, to }) => value >= from && value < to);
      if (bin) entries.push([bin.term, 1]);
    }
  };
  return (deal, around) => {
    const entries: Entry[] = [];
    addNames(deal, entries);
    addBins(deal, around.day, entries);
    const effect = owner === undefined ? undefined : around.ownerEffect(deal);
    if (owner !== undefined && effect !== undefined) entries.push([owner, effect]);
    for (const { term, part } of season) {
      const share = around.shares[part] ?? 0;
      if (share !== 0) entries.push([term, share]);
    }
    return entries;
  };
}
