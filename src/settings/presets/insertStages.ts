import type { DealChange } from "../../core/deals/deal.ts";
import { plainText } from "../../core/deals/stageIndex.ts";
import { stageWay } from "../../core/deals/stageWay.ts";
import type { Stage } from "../../core/pipeline/stage.ts";
import { assumeProbabilities } from "./assumeProbabilities.ts";
import { newStageOrder, type OrderEvidence } from "./newStageOrder.ts";
import { numberStages } from "./numberStages.ts";
import { type Placed, placeStages } from "./placeStages.ts";

/** Where a new open stage came to stand among the open ones of its pipeline, and what told it. */
export type StagePlace = {
  readonly stage: Stage;
  readonly previous: Stage | undefined;
  readonly next: Stage | undefined;
  readonly by: OrderEvidence;
};

export type MergedStages = {
  readonly stages: readonly Stage[];
  readonly places: readonly StagePlace[];
};

/** Puts each stage behind the one it was placed after; before all where there is none, before the closed ones where nothing is open. */
function insert(
  sorted: Stage[],
  placed: readonly Placed[],
  known: readonly Stage[],
  end: number,
): void {
  let at = 0;
  for (const { stage, after } of placed) {
    const [behind, first] = [known[after - 1], known[0]];
    let place = end < 0 ? sorted.length : end;
    if (behind) place = sorted.indexOf(behind) + 1;
    else if (first) place = sorted.indexOf(first);
    at = Math.max(place, at);
    sorted.splice(at, 0, stage);
    at++;
  }
}

/** The open stages on their way with the new ones among them, where nobody gave these a probability with an assumed one. */
function rated(way: readonly Stage[], placed: readonly Placed[]): readonly Stage[] {
  const isTold = ({ stage, by }: Placed) => by !== "seen" || stageWay(stage.stage) !== undefined;
  const unknown = placed.filter((one) => one.stage.probability === undefined && isTold(one));
  return assumeProbabilities(way, new Set(unknown.map(({ stage }) => stage)));
}

/**
 * The stages with new ones added: open ones among the open ones of their pipeline, won and lost at the end. Stages that
 * count in every pipeline are met where deals of the pipeline stand in them (`sharing`). In what was there only the
 * Order column changes, and that only where it counts just as the add-on wrote it.
 */
export function insertStages(
  current: readonly Stage[],
  added: readonly Stage[],
  changes: readonly DealChange[],
  sharing: ReadonlySet<string>,
  isOurOrder: boolean,
): MergedStages {
  const sorted = [...current].sort((a, b) => a.order - b.order);
  const places: StagePlace[] = [];
  for (const { stages, by } of newStageOrder(added, changes)) {
    const pipeline = plainText(stages[0]?.pipeline ?? "");
    const isOwn = (one: Stage) => plainText(one.pipeline) === pipeline;
    const isMet = (one: Stage) => isOwn(one) || (one.pipeline === "" && sharing.has(pipeline));
    const known = sorted.filter((one) => one.status === "open" && isMet(one));
    const end = sorted.findIndex((one) => one.status !== "open" && (isOwn(one) || !one.pipeline));
    const open = stages.filter(({ status }) => status === "open");
    const placed = placeStages(known, { stages: open, by }, changes);
    insert(sorted, placed, known, end);
    const told = new Map(placed.map((one) => [one.stage, one.by]));
    const way = sorted.filter((one) => told.has(one) || known.includes(one));
    const probable = rated(way, placed);
    way.forEach((before, at) => {
      const stage = probable[at] ?? before;
      sorted[sorted.indexOf(before)] = stage;
      const evidence = told.get(before);
      if (evidence === undefined) return;
      places.push({ stage, previous: probable[at - 1], next: probable[at + 1], by: evidence });
    });
    sorted.push(...stages.filter(({ status }) => status !== "open"));
  }
  return { stages: numberStages(current, sorted, isOurOrder), places };
}
