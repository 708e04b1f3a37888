import type { DealChange } from "../../core/deals/deal.ts";
import type { Stage } from "../../core/pipeline/stage.ts";
import { isAsAdded } from "../../settings/presets/mergeStages.ts";
import { newStageOrder } from "../../settings/presets/newStageOrder.ts";
import type { StageUpdate } from "./importStages.ts";
import { orderNotes } from "./stageOrderNotes.ts";

/** The stages at the end that imports added and nobody has touched since: their order counts on from row to row. */
function untouched(stages: readonly Stage[]): readonly Stage[] {
  let from = stages.length;
  for (; from > 0; from--) {
    const [stage, next] = [stages[from - 1], stages[from]];
    if (stage === undefined || !isAsAdded(stage)) break;
    if (next !== undefined && next.order !== stage.order + 1) break;
  }
  return stages.slice(from);
}

/**
 * What a stage history that arrives after the deals tells about the order of stages: those that imports added get it as
 * long as nobody has touched them; all others stay as they are.
 */
export function stagesOfHistory(
  current: readonly Stage[],
  changes: () => readonly DealChange[],
): StageUpdate {
  const added = untouched(current);
  const open = added.filter(({ status }) => status === "open");
  if (open.length < 2) return { stages: current, notes: [] };
  const ordered = newStageOrder(added, changes());
  const first = added[0]?.order ?? 0;
  const orders = new Map<Stage, number>();
  for (const { stages, by } of ordered) {
    for (const stage of by === "history" ? stages : added.filter((one) => stages.includes(one)))
      orders.set(stage, first + orders.size);
  }
  const stages = current.map((stage) => ({ ...stage, order: orders.get(stage) ?? stage.order }));
  const isSame = stages.every(({ order }, at) => order === current[at]?.order);
  const told = ordered.filter(({ by }) => by === "history").flatMap((one) => one.stages);
  return isSame ? { stages: current, notes: [] } : { stages, notes: orderNotes(told, changes) };
}
