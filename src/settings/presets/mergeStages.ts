import { plainText, stageIndex } from "../../core/deals/stageIndex.ts";
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

const WON = /^(closed[\s_-]*won|won|closed[\s_-]*-?[\s_-]*won.*)$/i;
const LOST = /^(closed[\s_-]*lost.*|lost.*|disqualified|abandoned)$/i;

/** The CRM's own flags decide; without them only a name that says so closes a stage. */
function statusOf(seen: SeenStage): DealStatus {
  if (seen.isWon === true) return "won";
  if (seen.isClosed === true)
    return seen.isWon === false || !WON.test(seen.stage.trim()) ? "lost" : "won";
  if (seen.isClosed === false) return "open";
  if (WON.test(seen.stage.trim())) return "won";
  return LOST.test(seen.stage.trim()) ? "lost" : "open";
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
