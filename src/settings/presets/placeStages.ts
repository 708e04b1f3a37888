import type { DealChange } from "../../core/deals/deal.ts";
import { stageWay } from "../../core/deals/stageWay.ts";
import { reachedBefore } from "../../core/history/reachedBefore.ts";
import type { Stage } from "../../core/pipeline/stage.ts";
import type { OrderEvidence, OrderedStages } from "./newStageOrder.ts";

/** A new open stage: after so many of the known ones, and what tells it. */
export type Placed = {
  readonly stage: Stage;
  readonly after: number;
  readonly by: OrderEvidence;
};

/** How clearly one stage stands after another: below zero, before it; zero, nobody knows. */
type Evidence = { readonly history: number; readonly probability: number; readonly name: number };

const NONE: Evidence = { history: 0, probability: 0, name: 0 };
/** Equals come after those that are there already. */
const AFTER_EQUALS = 0.5;

const compared = (one: number | undefined, other: number | undefined): number =>
  one === undefined || other === undefined ? 0 : Math.sign(one - other) || AFTER_EQUALS;

function best(weights: readonly number[], least: number): number {
  let score = -weights.reduce((sum, weight) => sum + weight, 0);
  let [most, place] = [Number.NEGATIVE_INFINITY, least];
  for (let at = 0; at <= weights.length; at++) {
    if (at >= least && score > most) [most, place] = [score, at];
    score += 2 * (weights[at] ?? 0);
  }
  return place;
}

const isTold = (weights: readonly Evidence[], kind: keyof Evidence) =>
  weights.some((one) => one[kind] !== 0);

/** What decides: the history, then probabilities, then names; what follows breaks the ties of what comes before. */
function placeBy(weights: readonly Evidence[], least: number): Omit<Placed, "stage"> | undefined {
  const plain = isTold(weights, "probability") ? "probability" : "name";
  const by = isTold(weights, "history") ? "history" : plain;
  if (!isTold(weights, by)) return undefined;
  const small = 1 / (2 * weights.length);
  const all = weights.map((one) => one.history + small * one[plain]);
  return { after: best(all, least), by: by === "name" ? "names" : by };
}

/**
 * Where new open stages of a pipeline, which are in order among each other, stand among those known: where they
 * contradict least what tells about them. One that nothing tells about stands behind the new one before it, else before
 * the new one after it, else last.
 */
export function placeStages(
  known: readonly Stage[],
  { stages, by }: OrderedStages,
  changes: readonly DealChange[],
): readonly Placed[] {
  const before = reachedBefore(
    changes,
    [...known, ...stages].map(({ stage }) => stage),
  );
  const times = (one: number, other: number) => before[one]?.[other] ?? 0;
  const found: (Omit<Placed, "stage"> | undefined)[] = [];
  let least = 0;
  stages.forEach((stage, at) => {
    const own = known.length + at;
    const weights = known.map(
      (other, place): Evidence => ({
        ...NONE,
        history: times(place, own) - times(own, place),
        probability: compared(stage.probability, other.probability),
        name: compared(stageWay(stage.stage), stageWay(other.stage)),
      }),
    );
    const place = placeBy(weights, least);
    found.push(place);
    least = place?.after ?? least;
  });
  const first = found.find((place) => place !== undefined);
  let next = first?.after ?? known.length;
  return stages.map((stage, at) => {
    next = found[at]?.after ?? next;
    return { stage, after: next, by: found[at]?.by ?? (first ? by : "seen") };
  });
}
