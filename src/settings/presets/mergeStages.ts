import { plainText, stageIndex } from "../../core/deals/stageIndex.ts";
import { statusOfName } from "../../core/deals/stageWords.ts";
import { groupBy } from "../../core/groupBy.ts";
import type { DealStatus, Stage, StageGroup } from "../../core/pipeline/stage.ts";

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

/** Below 40 % is early, from 75 % late: where the presets' own stages stand, roughly. */
function groupOf(probability: number | undefined, status: DealStatus): StageGroup | undefined {
  if (probability === undefined || status !== "open") return undefined;
  if (probability < 0.4) return "early";
  return probability < 0.75 ? "mid" : "late";
}

const ENDS: Readonly<Record<DealStatus, number>> = { open: 0, won: 1, lost: 2 };

/** The way to closed, pipeline by pipeline; a pipeline of which not all probabilities are known stays as it was seen. */
function inOrder(added: readonly Stage[]): readonly Stage[] {
  return [...groupBy(added, ({ pipeline }) => pipeline).values()].flatMap((stages) => {
    const isKnown = stages.every(({ probability }) => probability !== undefined);
    const way = ({ status, probability = 0 }: Stage) =>
      ENDS[status] + (status === "open" ? probability : 0);
    return isKnown ? [...stages].sort((a, b) => way(a) - way(b)) : stages;
  });
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
      staleMultiple: 2,
      wipLimit: undefined,
      exitCriteria: "",
      crmValues: [],
    });
  }
  return [...current, ...inOrder(added).map((stage, at) => ({ ...stage, order: last + at + 1 }))];
}
