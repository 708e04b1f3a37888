import type { ScoringRule } from "./scoring.ts";

/** What one rule brought a lead. */
export type ScoredRule = {
  readonly rule: ScoringRule;
  /** Undefined: the lead's data cannot tell. */
  readonly points: number | undefined;
};

/** The points of rules together; undefined when none of them could be judged. */
export function totalPoints(rules: readonly ScoredRule[]): number | undefined {
  let total = 0;
  let known = false;
  for (const { points } of rules) {
    if (points === undefined) continue;
    known = true;
    total += points;
  }
  return known ? total : undefined;
}
