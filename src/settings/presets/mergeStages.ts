import type { DealChange } from "../../core/deals/deal.ts";
import { plainText, stageIndex } from "../../core/deals/stageIndex.ts";
import { statusOfName } from "../../core/deals/stageWords.ts";
import type { DealStatus, Stage, StageGroup } from "../../core/pipeline/stage.ts";
import { newStageOrder } from "./newStageOrder.ts";

/** A stage as CRM data shows it. */
export type SeenStage = {
  readonly stage: string;
  /** Blank or undefined: the data names no pipeline. */
  readonly pipeline?: string;
  readonly probability?: number;
  readonly isClosed?: boolean;
  readonly isWon?: boolean;
};

/** As the Stages sheet has it where nobody says otherwise. */
const STALE_MULTIPLE = 2;

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

/** Below 40 % is early, from 75 % late: where the presets' own stages stand, roughly. */
function groupOf(probability: number | undefined, status: DealStatus): StageGroup | undefined {
  if (probability === undefined || status !== "open") return undefined;
  if (probability < 0.4) return "early";
  return probability < 0.75 ? "mid" : "late";
}

/** True for a stage just as an import adds it: nobody has said anything about it. */
export const isAsAdded = ({ status, probability, category, group, ...rest }: Stage): boolean =>
  category === (status === "won" ? "Closed" : undefined) &&
  group === groupOf(probability, status) &&
  (status === "open" || probability === (status === "won" ? 1 : 0)) &&
  rest.benchmarkDays === undefined &&
  rest.staleMultiple === STALE_MULTIPLE &&
  rest.wipLimit === undefined &&
  rest.exitCriteria === "" &&
  rest.crmValues.length === 0;

/**
 * The stages with those appended that CRM data shows and none of them covers. A new stage has no probability
 * unless the CRM gives one; nothing that is there is changed. The history of deals is asked for only where it matters.
 */
export function mergeStages(
  current: readonly Stage[],
  fromCrm: readonly SeenStage[],
  changes: () => readonly DealChange[] = () => [],
): readonly Stage[] {
  const known = stageIndex(current);
  const added: Stage[] = [];
  const seenNames = new Set<string>();
  const last = current.reduce((order, stage) => Math.max(order, stage.order), 0);
  for (const seen of fromCrm) {
    const name = seen.stage.trim();
    const pipeline = (seen.pipeline ?? "").trim();
    const key = `${plainText(pipeline)}\n${plainText(name)}`;
    if (name === "" || seenNames.has(key)) continue;
    seenNames.add(key);
    if (known.find(pipeline, name)) continue;
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
    });
  }
  if (added.length === 0) return current;
  const ordered = newStageOrder(added, added.length < 2 ? [] : changes());
  const stages = ordered.flatMap((one) => one.stages);
  return [...current, ...stages.map((stage, at) => ({ ...stage, order: last + at + 1 }))];
}
