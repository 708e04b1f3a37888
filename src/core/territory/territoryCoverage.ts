import type { Day } from "../calendar/day.ts";
import { isInForce, territoryMatcher } from "./matchTerritory.ts";
import { ruleSpecificity } from "./ruleSpecificity.ts";
import type { TerritoryRecord, TerritoryRule } from "./territoryRule.ts";

export type RuleCoverage = {
  /** Records that the rule takes. */
  readonly taken: number;
  /** Records whose conditions hold, taken or not. */
  readonly held: number;
  readonly inForce: boolean;
  /** Earlier rules that take records this one would hold for, the one with most first. */
  readonly lostTo: readonly { readonly rule: number; readonly records: number }[];
};

export type TerritoryCoverage = {
  /** One for each rule, in order. */
  readonly rules: readonly RuleCoverage[];
  /** The rule that takes each record; -1 for nobody. */
  readonly takers: readonly number[];
  /** Indexes of records that only the fallback takes, or nobody. */
  readonly unmatched: readonly number[];
  /** Records that a rule takes although a later, more specific one would hold for them. */
  readonly shadowed: readonly {
    readonly record: number;
    readonly takenBy: number;
    readonly specific: number;
  }[];
};

/** The most specific of some rules; the earliest when equal. */
function mostSpecific(rules: readonly number[], specificity: readonly number[]): number {
  return rules.reduce((best, rule) =>
    (specificity[rule] ?? 0) > (specificity[best] ?? 0) ? rule : best,
  );
}

/** What each rule does with those records on that day: counts, records nobody asked for, and rules in each other's way. */
export function territoryCoverage(
  rules: readonly TerritoryRule[],
  records: readonly TerritoryRecord[],
  day: Day | undefined,
): TerritoryCoverage {
  const matcher = territoryMatcher(rules, day);
  const specificity = rules.map(ruleSpecificity);
  const counts = rules.map(() => ({ taken: 0, held: 0, lost: new Map<number, number>() }));
  const fallback = rules.findIndex((rule) => rule.fallback && isInForce(rule, day));
  const takers: number[] = [];
  const unmatched: number[] = [];
  const shadowed: { record: number; takenBy: number; specific: number }[] = [];
  records.forEach((record, index) => {
    const held = matcher.all(record);
    const first = held[0];
    takers.push(first ?? fallback);
    if (first === undefined) {
      unmatched.push(index);
      const count = counts[fallback];
      if (count) count.taken += 1;
      return;
    }
    const best = mostSpecific(held, specificity);
    for (const rule of held) {
      const count = counts[rule];
      if (!count) continue;
      count.held += 1;
      if (rule === first) count.taken += 1;
      else count.lost.set(first, (count.lost.get(first) ?? 0) + 1);
    }
    if (best !== first) shadowed.push({ record: index, takenBy: first, specific: best });
  });
  return {
    rules: counts.map(({ taken, held, lost }, index) => ({
      taken,
      held,
      inForce: isInForce(rules[index] ?? { validFrom: undefined, validTo: undefined }, day),
      lostTo: [...lost]
        .map(([rule, lostRecords]) => ({ rule, records: lostRecords }))
        .sort((one, other) => other.records - one.records),
    })),
    takers,
    unmatched,
    shadowed,
  };
}
