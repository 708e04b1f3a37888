import type { DealChange } from "../../core/deals/deal.ts";
import { plainText, stageIndex } from "../../core/deals/stageIndex.ts";
import { statusOfName } from "../../core/deals/stageWords.ts";
import type { DealStatus, Stage } from "../../core/pipeline/stage.ts";
import { insertStages, type MergedStages } from "./insertStages.ts";
import { STALE_MULTIPLE } from "./isAsAdded.ts";
import { stagesAdded } from "./numberStages.ts";
import { groupOf } from "./stageGroup.ts";

/** A stage as CRM data shows it. */
export type SeenStage = {
  readonly stage: string;
  /** Blank or undefined: the data names no pipeline. */
  readonly pipeline?: string;
  readonly probability?: number;
  readonly isClosed?: boolean;
  readonly isWon?: boolean;
};

/** The CRM's own flags decide, but a stage that its name calls lost is never open; without flags the name decides. */
function statusOf({ stage, isClosed, isWon }: SeenStage): DealStatus {
  if (isWon === true) return "won";
  const named = statusOfName(stage);
  if (isClosed === true) return isWon === undefined && named === "won" ? "won" : "lost";
  return isClosed === false && named === "won" ? "open" : named;
}

function probabilityOf(seen: SeenStage, status: DealStatus): number | undefined {
  if (status === "open") return seen.probability;
  return status === "won" ? 1 : 0;
}

/**
 * The stages with those added that CRM data shows and none of them covers, each where it belongs; without a probability
 * of the CRM it gets one that is assumed, where its place or name tells one. Nothing else that is there is changed. The
 * history of deals is asked for only where it matters.
 */
export function mergeStages(
  current: readonly Stage[],
  fromCrm: readonly SeenStage[],
  changes: () => readonly DealChange[] = () => [],
): MergedStages {
  const known = stageIndex(current);
  const added: Stage[] = [];
  const seenNames = new Set<string>();
  const sharing = new Set<string>();
  for (const seen of fromCrm) {
    const name = seen.stage.trim();
    const pipeline = (seen.pipeline ?? "").trim();
    const key = `${plainText(pipeline)}\n${plainText(name)}`;
    if (name === "" || seenNames.has(key)) continue;
    seenNames.add(key);
    const found = known.find(pipeline, name);
    if (found?.status === "open") sharing.add(plainText(pipeline));
    if (found) continue;
    const status = statusOf(seen);
    const probability = probabilityOf(seen, status);
    added.push({
      pipeline,
      stage: name,
      order: 0,
      probability,
      status,
      category: status === "won" ? "Closed" : undefined,
      group: groupOf(probability, status),
      benchmarkDays: undefined,
      staleMultiple: STALE_MULTIPLE,
      wipLimit: undefined,
      exitCriteria: "",
      crmValues: [],
      basis: undefined,
    });
  }
  if (added.length === 0) return { stages: current, places: [] };
  return insertStages(current, added, changes(), sharing, stagesAdded(current) !== undefined);
}
