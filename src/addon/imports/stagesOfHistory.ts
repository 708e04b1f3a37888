import type { DealChange } from "../../core/deals/deal.ts";
import { plainText } from "../../core/deals/stageIndex.ts";
import { isAssumed } from "../../core/pipeline/assumedProbability.ts";
import type { Stage } from "../../core/pipeline/stage.ts";
import { insertStages } from "../../settings/presets/insertStages.ts";
import { stagesAdded } from "../../settings/presets/numberStages.ts";
import { assumedNotes, type StageUpdate } from "./importStages.ts";
import { orderNotes } from "./stageOrderNotes.ts";

/** Pipelines whose own stages stand among those that count in every pipeline: behind one, and before another. */
function sharingPipelines(stages: readonly Stage[]): ReadonlySet<string> {
  const open = stages.filter(({ status }) => status === "open");
  const last = open.map(({ pipeline }) => pipeline).lastIndexOf("");
  return new Set(open.slice(0, Math.max(last, 0)).map(({ pipeline }) => plainText(pipeline)));
}

/**
 * What a stage history that arrives after the deals tells about the order of stages: those that imports added get it,
 * and what was assumed of them anew, as long as nobody has typed into the Order column; all others stay as they are.
 */
export function stagesOfHistory(
  current: readonly Stage[],
  changes: () => readonly DealChange[],
): StageUpdate {
  const unchanged = { stages: current, notes: [] };
  const added = (stagesAdded(current) ?? []).filter(({ status }) => status === "open");
  if (added.length === 0) return unchanged;
  const fresh = added.map((stage) =>
    isAssumed(stage)
      ? { ...stage, probability: undefined, group: undefined, basis: undefined }
      : stage,
  );
  const others = current.filter((stage) => !added.includes(stage));
  const sharing = sharingPipelines(current);
  const { stages, places } = insertStages(others, fresh, changes(), sharing, true);
  const told = places.filter(({ by }) => by === "history");
  const isSame = JSON.stringify(stages) === JSON.stringify(current);
  if (isSame || told.length === 0) return unchanged;
  const isTold = new Set(told.map(({ stage }) => stage.stage));
  const notes = assumedNotes(stages.filter(({ stage }) => isTold.has(stage)));
  return { stages, notes: [...orderNotes(told), ...notes] };
}
