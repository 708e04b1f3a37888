import { plainText } from "../deals/stageIndex.ts";
import { betaPrior } from "../statistics/betaBinomial.ts";
import { chanceOf, logOdds } from "../statistics/logOdds.ts";
import type { DealLife } from "./dealLife.ts";
import type { GroupEffect } from "./winModel.ts";

type Tally = { name: string; deals: number; won: number; expected: number };

export type GroupRates = {
  readonly effects: readonly GroupEffect[];
  /** The effect of a deal's group without the deal itself, so that no deal tells its own outcome. */
  readonly without: (life: DealLife) => number | undefined;
};

/**
 * How far the decided deals of each segment or owner were won more often than expected, in log-odds. A group leans on
 * its expectation as far as groups are alike and it has few deals (Beta-Binomial, empirical Bayes).
 */
export function groupRates(
  lives: readonly DealLife[],
  field: GroupEffect["field"],
  expectedOf: (life: DealLife) => number,
): GroupRates {
  const tallies = new Map<string, Tally>();
  for (const life of lives) {
    const name = life.traits[field];
    if (name === undefined || life.outcome === undefined) continue;
    const key = plainText(name);
    const tally = tallies.get(key) ?? { name, deals: 0, won: 0, expected: 0 };
    tallies.set(key, tally);
    tally.deals++;
    tally.expected += expectedOf(life);
    if (life.outcome === "won") tally.won++;
  }
  const strength =
    betaPrior([...tallies.values()].map(({ deals, won }) => ({ trials: deals, successes: won })))
      ?.strength ?? 0;
  const effectOf = (deals: number, won: number, expected: number) => {
    const mean = expected / deals;
    return logOdds((won + strength * mean) / (deals + strength)) - logOdds(mean);
  };
  return {
    effects: [...tallies.values()].map(({ name, deals, won, expected }) => ({
      field,
      name,
      logOdds: effectOf(deals, won, expected),
      deals,
      won,
    })),
    without(life) {
      const tally = tallies.get(plainText(life.traits[field] ?? ""));
      if (!tally) return undefined;
      if (life.outcome === undefined) return effectOf(tally.deals, tally.won, tally.expected);
      if (tally.deals === 1) return 0;
      const won = tally.won - Number(life.outcome === "won");
      return effectOf(tally.deals - 1, won, tally.expected - expectedOf(life));
    },
  };
}

/** A chance shifted by an effect. */
export function shifted(chance: number, effect: number | undefined): number {
  return effect === undefined ? chance : chanceOf(logOdds(chance) + effect);
}
