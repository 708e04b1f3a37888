import { groupBy } from "../../core/groupBy.ts";
import type { StagePlace } from "../../settings/presets/insertStages.ts";
import type { OrderEvidence } from "../../settings/presets/newStageOrder.ts";
import { namedStages } from "./namedStages.ts";

const EVIDENCE: Readonly<Record<OrderEvidence, string>> = {
  history: "taken from the stage history: which stage deals reached first",
  probability: "taken from their probabilities",
  names: "taken from what stages are usually called",
  seen: "that in which the data shows them, as nothing else tells it",
};

/** A new stage with its place beside one that was there already. */
function placed({ stage, previous, next }: StagePlace, isNew: ReadonlySet<unknown>): string {
  const name = namedStages([stage]);
  if (previous !== undefined && !isNew.has(previous)) return `${name} (after ${previous.stage})`;
  return previous === undefined && next !== undefined && !isNew.has(next)
    ? `${name} (before ${next.stage})`
    : name;
}

/** Where the order of the open stages that an import added comes from; nothing where a new one has none beside it. */
export function orderNotes(places: readonly StagePlace[]): readonly string[] {
  const isNew = new Set<unknown>(places.map(({ stage }) => stage));
  const beside = places.filter(({ previous, next }) => previous ?? next);
  const groups = groupBy(beside, ({ stage, by }) => `${stage.pipeline}\n${by}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const names = group.map((one) => placed(one, isNew)).join(", ");
    return first === undefined
      ? []
      : [`Order of ${names}: ${EVIDENCE[first.by]}; check it on the Stages sheet.`];
  });
}
