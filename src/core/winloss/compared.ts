import { falseDiscoveryRates } from "../statistics/falseDiscovery.ts";
import { type OddsRatio, oddsRatio } from "../statistics/oddsRatio.ts";
import { sameShareP } from "../statistics/sameShare.ts";
import type { WinLossGroup } from "./winLossBy.ts";

/** Decided deals that both sides of a comparison need. */
export const LEAST_DEALS = 20;
/** The share of false findings that is accepted. */
export const FALSE_FINDINGS = 0.1;

export type Verdict = "wins more" | "wins less" | "no clear difference" | "not enough data";

/** A group against all other deals. */
export type Comparison = {
  readonly odds: OddsRatio | undefined;
  /** The p-value and what it is worth among all comparisons made; undefined without enough deals. */
  readonly p: number | undefined;
  readonly falseRate: number | undefined;
  readonly verdict: Verdict;
};

function testOf({ against }: WinLossGroup): number | undefined {
  const { hits, misses, otherHits, otherMisses } = against;
  return Math.min(hits + misses, otherHits + otherMisses) < LEAST_DEALS
    ? undefined
    : sameShareP(against);
}

function verdictOf(group: WinLossGroup, falseRate: number | undefined): Verdict {
  if (falseRate === undefined) return "not enough data";
  if (falseRate > FALSE_FINDINGS) return "no clear difference";
  const { hits, misses, otherHits, otherMisses } = group.against;
  return hits * (otherHits + otherMisses) > otherHits * (hits + misses) ? "wins more" : "wins less";
}

/** Which groups win more or less than the others, all comparisons made at once being held to one rate of false findings. */
export function compared<Group extends WinLossGroup>(
  groups: readonly Group[],
  level: number,
): (Group & Comparison)[] {
  const tests = groups.map(testOf);
  const rates = falseDiscoveryRates(tests);
  return groups.map((group, at) => ({
    ...group,
    odds: oddsRatio(group.against, level),
    p: tests[at],
    falseRate: rates[at],
    verdict: verdictOf(group, rates[at]),
  }));
}
