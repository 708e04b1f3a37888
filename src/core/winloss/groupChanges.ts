import { plainText } from "../deals/stageIndex.ts";
import { falseDiscoveryRates } from "../statistics/falseDiscovery.ts";
import { FALSE_FINDINGS, LEAST_DEALS } from "./compared.ts";
import type { Factor, FactorDeal } from "./factors.ts";
import { type WinLossGroup, winLossBy } from "./winLossBy.ts";
import { type WinRateChange, winRateChange } from "./winRateChange.ts";

export type GroupChange = WinRateChange & {
  readonly factor: Factor;
  readonly name: string;
  readonly dealsBefore: number;
  readonly dealsNow: number;
  readonly falseRate: number | undefined;
  readonly verdict: "rose" | "fell" | "no clear change";
};

const shareOf = ({ won, lost }: WinLossGroup) => ({ hits: won, count: won + lost });

function verdictOf(
  { change }: WinRateChange,
  falseRate: number | undefined,
): GroupChange["verdict"] {
  if (falseRate === undefined || falseRate > FALSE_FINDINGS) return "no clear change";
  return change > 0 ? "rose" : "fell";
}

/**
 * How the win rate of every group changed from one period to the next, the surest change first, all comparisons held to
 * one rate of false findings. Groups with too few deals in one of the periods are left out; the groups are those of
 * the later period.
 */
export function groupChanges(
  before: readonly FactorDeal[],
  now: readonly FactorDeal[],
  factors: readonly Factor[],
  level: number,
): GroupChange[] {
  const found = factors.flatMap((factor) => {
    const namesOf = factor.namer(now);
    const earlier = new Map(
      winLossBy(before, namesOf, level).map((group) => [plainText(group.name), shareOf(group)]),
    );
    return winLossBy(now, namesOf, level).flatMap((group) => {
      const [then, later] = [earlier.get(plainText(group.name)), shareOf(group)];
      if (!then || Math.min(then.count, later.count) < LEAST_DEALS) return [];
      const change = winRateChange(then, later, level);
      if (!change) return [];
      return [
        { ...change, factor, name: group.name, dealsBefore: then.count, dealsNow: later.count },
      ];
    });
  });
  const rates = falseDiscoveryRates(found.map(({ p }) => p));
  const certainty = ({ p }: WinRateChange) => p ?? Number.POSITIVE_INFINITY;
  return found
    .map((one, at) => ({ ...one, falseRate: rates[at], verdict: verdictOf(one, rates[at]) }))
    .sort((a, b) => (certainty(a) < certainty(b) ? -1 : certainty(a) > certainty(b) ? 1 : 0));
}
