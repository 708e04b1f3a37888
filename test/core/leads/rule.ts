import type { ScoringKind, ScoringOperator, ScoringRule } from "../../../src/core/leads/scoring.ts";

/** A scoring rule for tests. */
export function rule(
  kind: ScoringKind,
  attribute: string,
  operator: ScoringOperator,
  value: string,
  points: number,
  decay: readonly [number, number] = [0, 0],
): ScoringRule {
  return {
    kind,
    attribute,
    operator,
    value,
    points,
    decayPoints: decay[0],
    decayDays: decay[1],
    active: true,
  };
}
