import { toldProbability } from "./assumedProbability.ts";
import type { Stage } from "./stage.ts";

/** Two stages stand in an order where so large a share of the deals of the rarer one were in both (our assumption). */
const LEAST_BOTH = 0.1;

type Before<Key> = Map<Key, Map<Key, number>>;

function countPairs<Key>(walks: Iterable<readonly Key[]>) {
  const visits = new Map<Key, number>();
  const before: Before<Key> = new Map();
  for (const walk of walks) {
    const entered = [...new Set(walk)];
    entered.forEach((key, at) => {
      visits.set(key, (visits.get(key) ?? 0) + 1);
      const own = before.get(key) ?? new Map<Key, number>();
      before.set(key, own);
      for (const later of entered.slice(at + 1)) own.set(later, (own.get(later) ?? 0) + 1);
    });
  }
  return { visits, before };
}

/**
 * The place of each stage, from 0, by the order in which deals first come into them: a stage stands before those that
 * more deals came into after it than before it. Stages that no deal tells apart share a place.
 */
export function orderOfUse<Key>(walks: Iterable<readonly Key[]>): ReadonlyMap<Key, number> {
  const { visits, before } = countPairs(walks);
  const scores = new Map<Key, number>();
  for (const [one, ownVisits] of visits) {
    let score = 0;
    for (const [other, visitsOfOther] of visits) {
      const first = before.get(one)?.get(other) ?? 0;
      const last = before.get(other)?.get(one) ?? 0;
      if (first + last >= LEAST_BOTH * Math.min(ownVisits, visitsOfOther))
        score += Math.sign(first - last);
    }
    scores.set(one, score);
  }
  const ranks = [...new Set(scores.values())].sort((a, b) => b - a);
  return new Map([...scores].map(([key, score]) => [key, ranks.indexOf(score)]));
}

/** True where the settings put open stages in order: each was given a probability, and none is less than one before it. */
export function isPutInOrder(stages: Iterable<Stage>): boolean {
  let last = 0;
  return [...stages]
    .sort((a, b) => a.order - b.order)
    .every((stage) => {
      const probability = toldProbability(stage);
      const rises = probability !== undefined && probability >= last;
      last = probability ?? last;
      return rises;
    });
}
