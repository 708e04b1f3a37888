import type { DealChange } from "../../core/deals/deal.ts";
import type { Stage } from "../../core/pipeline/stage.ts";
import { newStageOrder, type OrderEvidence } from "../../settings/presets/newStageOrder.ts";
import { namedStages } from "./namedStages.ts";

const EVIDENCE: Readonly<Record<OrderEvidence, string>> = {
  history: "taken from the stage history: which stage deals reached first",
  probability: "taken from their probabilities",
  names: "taken from what stages are usually called",
  seen: "that in which the data shows them, as nothing else tells it",
};

/** Where the order of the stages that an import added comes from; nothing where no pipeline has two new open ones. */
export function orderNotes(
  added: readonly Stage[],
  changes: () => readonly DealChange[],
): readonly string[] {
  const open = added.filter(({ status }) => status === "open");
  if (open.length < 2) return [];
  return newStageOrder(open, changes()).flatMap(({ stages, by }) =>
    stages.length < 2
      ? []
      : [`Order of ${namedStages(stages)}: ${EVIDENCE[by]}; check it on the Stages sheet.`],
  );
}
