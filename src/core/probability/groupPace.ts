import type { Day } from "../calendar/day.ts";
import { plainText } from "../deals/stageIndex.ts";
import { gammaStrength } from "../statistics/gammaPoisson.ts";
import type { DealLife } from "./dealLife.ts";
import { stageKey } from "./features.ts";
import { HAZARD_CELLS, type Hazard, hazardBin, hazardCell } from "./hazard.ts";
import { stageVisits } from "./stageVisits.ts";
import type { GroupEffect } from "./winModel.ts";

/** A deal's wins (0 or 1) and those that the hazards had led to expect, days long past counting less. */
export type DealPace = { readonly life: DealLife; readonly won: number; readonly expected: number };

/** Goes through the days of all deals with the hazards of being won. */
export function dealPaces(
  lives: readonly DealLife[],
  hazards: readonly Hazard[],
  halfLife: number,
  asOf: Day,
  thirdOf: (day: Day) => number,
): DealPace[] {
  const wins = new Map<string, Float64Array>();
  for (const { pipeline, stage, next, from, rates } of hazards) {
    const key = stageKey(pipeline, stage);
    const cells = wins.get(key) ?? new Float64Array(HAZARD_CELLS);
    wins.set(key, cells);
    if (next !== "won") continue;
    rates.forEach((rate, third) => {
      cells[hazardCell(hazardBin(from), third)] = rate;
    });
  }
  const first = lives.reduce((least, { created }) => Math.min(least, created), asOf);
  const days = Array.from({ length: asOf - first + 1 }, (_, at) => ({
    third: thirdOf(first + at),
    weight: 0.5 ** ((asOf - first - at) / halfLife),
  }));
  return lives.map((life) => {
    const end = life.ended ?? asOf;
    const visits = stageVisits(life);
    let expected = 0;
    let at = -1;
    for (let day = life.created + 1; day <= end; day++) {
      while ((visits[at + 1]?.since ?? Number.POSITIVE_INFINITY) < day) at++;
      const cells = wins.get(visits[at]?.key ?? "") ?? wins.get(ALL);
      const { third = 0, weight = 0 } = days[day - first] ?? {};
      expected += weight * (cells?.[hazardCell(hazardBin(day - life.created), third)] ?? 0);
    }
    const isWon = life.outcome === "won" && end > life.created;
    return { life, expected, won: isWon ? (days[end - first]?.weight ?? 0) : 0 };
  });
}

const ALL = stageKey("", "");

/**
 * How much more often than expected deals of a segment or an owner are won on a day, as a logarithm. A group leans on
 * its expectation as far as groups are alike and little was expected of it (Gamma-Poisson, empirical Bayes).
 */
export function groupPace(
  paces: readonly DealPace[],
  field: GroupEffect["field"],
  factorOf: (life: DealLife) => number = () => 1,
): GroupEffect[] {
  type Tally = { name: string; seen: number; expected: number; deals: number; won: number };
  const tallies = new Map<string, Tally>();
  for (const { life, won, expected } of paces) {
    const name = life.traits[field];
    if (name === undefined) continue;
    const key = plainText(name);
    const tally = tallies.get(key) ?? { name, seen: 0, expected: 0, deals: 0, won: 0 };
    tallies.set(key, tally);
    tally.seen += won;
    tally.expected += expected * factorOf(life);
    tally.deals++;
    if (life.outcome === "won") tally.won++;
  }
  const groups = [...tallies.values()];
  const strength = gammaStrength(groups);
  return groups.map(({ name, seen, expected, deals, won }) => ({
    field,
    name,
    logOdds: Math.log((seen + strength) / (expected + strength)),
    deals,
    won,
  }));
}
