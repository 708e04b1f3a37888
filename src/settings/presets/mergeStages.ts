import { plainText, stageIndex } from "../../core/deals/stageIndex.ts";
import { statusOfName } from "../../core/deals/stageWords.ts";
import type { DealStatus, Stage } from "../../core/pipeline/stage.ts";

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
 * The stages with those appended that CRM data shows and none of them covers. A new stage has no probability
 * unless the CRM gives one; nothing that is there is changed.
 */
export function mergeStages(
  current: readonly Stage[],
  fromCrm: readonly SeenStage[],
): readonly Stage[] {
  const known = stageIndex(current);
  const added: Stage[] = [];
  const seenNames = new Set<string>();
  let order = current.reduce((last, stage) => Math.max(last, stage.order), 0);
  for (const seen of fromCrm) {
    const name = seen.stage.trim();
    const pipeline = (seen.pipeline ?? "").trim();
    const key = `${plainText(pipeline)}\n${plainText(name)}`;
    if (name === "" || seenNames.has(key)) continue;
    seenNames.add(key);
    if (known.find(pipeline, name)) continue;
    const status = statusOf(seen);
    order += 1;
    added.push({
      pipeline,
      stage: name,
      order,
      probability: probabilityOf(seen, status),
      status,
      category: status === "won" ? "Closed" : undefined,
      group: undefined,
      benchmarkDays: undefined,
      staleMultiple: 2,
      wipLimit: undefined,
      exitCriteria: "",
      crmValues: [],
    });
  }
  return [...current, ...added];
}
