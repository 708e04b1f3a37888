import { wilsonInterval } from "../accuracy/wilson.ts";
import { plainText } from "../deals/stageIndex.ts";
import { betaPrior } from "../statistics/betaBinomial.ts";
import type { TwoByTwo } from "../statistics/fisherExact.ts";
import type { DecidedDeal } from "./decidedDeal.ts";
import { type LossKindOf, lossKindOf } from "./lossCategory.ts";

/** How a group of decided deals ended. */
export type WinLoss = {
  readonly name: string;
  readonly won: number;
  /** Those without a decision included. */
  readonly lost: number;
  readonly noDecision: number;
  readonly wonAmount: number;
  readonly lostAmount: number;
};

export type WinLossGroup = WinLoss & {
  readonly winRate: number;
  readonly low: number;
  readonly high: number;
  /** The win rate drawn toward that of all deals, as far as groups are alike and this one is small. */
  readonly pooledRate: number;
  /** The group against all other deals. */
  readonly against: TwoByTwo;
};

type Tally = { -readonly [Key in keyof WinLoss]: WinLoss[Key] };

const emptyTally = (name: string): Tally => ({
  name,
  won: 0,
  lost: 0,
  noDecision: 0,
  wonAmount: 0,
  lostAmount: 0,
});

function count(tally: Tally, { won, amount = 0 }: DecidedDeal, isNoDecision: boolean) {
  if (won) {
    tally.won++;
    tally.wonAmount += amount;
    return;
  }
  tally.lost++;
  tally.lostAmount += amount;
  if (isNoDecision) tally.noDecision++;
}

/** Looks a text up once, however often it comes: many deals share few names and reasons. */
function once<Key, Value>(of: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = of(key);
    known.set(key, value);
    return value;
  };
}

/**
 * How decided deals ended by what they are sorted by, the largest group first. A deal counts in every group it names,
 * and in none when it names none; those are left out of the comparison too. Names that differ in case and punctuation
 * alone are one group.
 */
export function winLossBy<Row extends DecidedDeal>(
  deals: readonly Row[],
  namesOf: (deal: Row) => readonly string[],
  level: number,
  kindOf: LossKindOf = lossKindOf(),
): WinLossGroup[] {
  const tallies = new Map<string, Tally>();
  const all = emptyTally("");
  const keyOf = once(plainText);
  for (const deal of deals) {
    const names = new Map(namesOf(deal).map((name) => [keyOf(name), name.trim()]));
    const isNoDecision = !deal.won && kindOf(deal.reason)?.category === "No decision";
    if (names.size > 0) count(all, deal, isNoDecision);
    for (const [key, name] of names) {
      const tally = tallies.get(key) ?? emptyTally(name);
      tallies.set(key, tally);
      count(tally, deal, isNoDecision);
    }
  }
  const groups = [...tallies.values()];
  const strength =
    betaPrior(groups.map(({ won, lost }) => ({ trials: won + lost, successes: won })))?.strength ??
    0;
  const mean = all.won / (all.won + all.lost);
  return groups
    .map((tally): WinLossGroup => {
      const { won, lost } = tally;
      const [low, high] = wilsonInterval(won, won + lost, level);
      return {
        ...tally,
        winRate: won / (won + lost),
        low,
        high,
        pooledRate: (won + strength * mean) / (won + lost + strength),
        against: {
          hits: won,
          misses: lost,
          otherHits: all.won - won,
          otherMisses: all.lost - lost,
        },
      };
    })
    .sort((a, b) => b.won + b.lost - a.won - a.lost || (a.name < b.name ? -1 : 1));
}
