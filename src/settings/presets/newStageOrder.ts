import type { DealChange } from "../../core/deals/deal.ts";
import { stageWay } from "../../core/deals/stageWay.ts";
import { groupBy } from "../../core/groupBy.ts";
import { reachedBefore } from "../../core/history/reachedBefore.ts";
import type { DealStatus, Stage } from "../../core/pipeline/stage.ts";
import { majorityOrder } from "../../core/statistics/majorityOrder.ts";

/** What tells the order of stages that the settings did not know. */
export type OrderEvidence = "history" | "probability" | "names" | "seen";

/** New stages of one pipeline on their way to closed. */
export type OrderedStages = { readonly stages: readonly Stage[]; readonly by: OrderEvidence };

const ENDS: Readonly<Record<DealStatus, number>> = { open: 0, won: 1, lost: 2 };

/** Sorts the open stages that have a place among each other; the others keep theirs. */
function sortedBy(
  stages: readonly Stage[],
  placeOf: (stage: Stage) => number | undefined,
): readonly Stage[] | undefined {
  const placed = stages.flatMap((stage, at) => {
    const place = placeOf(stage);
    return place === undefined ? [] : [{ stage, at, place }];
  });
  if (new Set(placed.map(({ place }) => place)).size < 2) return undefined;
  const sorted = [...stages];
  const inOrder = [...placed].sort((a, b) => a.place - b.place);
  for (const [turn, { at }] of placed.entries()) {
    const next = inOrder[turn];
    if (next !== undefined) sorted[at] = next.stage;
  }
  return sorted;
}

/** The order without any history: probabilities where all are known, else what stages are usually called, else as they came. */
function plainOrder(open: readonly Stage[]): OrderedStages {
  const isKnown = open.every(({ probability }) => probability !== undefined);
  const byChance = isKnown ? sortedBy(open, ({ probability }) => probability) : undefined;
  if (byChance !== undefined) return { stages: byChance, by: "probability" };
  const byName = sortedBy(open, ({ stage }) => stageWay(stage));
  return byName === undefined ? { stages: open, by: "seen" } : { stages: byName, by: "names" };
}

function openOrder(open: readonly Stage[], changes: readonly DealChange[]): OrderedStages {
  const plain = plainOrder(open);
  const before = reachedBefore(
    changes,
    plain.stages.map(({ stage }) => stage),
  );
  if (!before.some((counts) => counts.some((count) => count > 0))) return plain;
  // Where deals' history says nothing about two stages, the plain order of them stands.
  const stages = majorityOrder(before).flatMap((at) => plain.stages[at] ?? []);
  return { stages, by: "history" };
}

/** New stages pipeline by pipeline, the open ones in the order that the best evidence tells, then won, then lost. */
export function newStageOrder(
  added: readonly Stage[],
  changes: readonly DealChange[],
): readonly OrderedStages[] {
  return [...groupBy(added, ({ pipeline }) => pipeline).values()].map((stages) => {
    const open = stages.filter(({ status }) => status === "open");
    const ends = stages.filter(({ status }) => status !== "open");
    const { stages: inOrder, by } = openOrder(open, changes);
    return { stages: [...inOrder, ...ends.sort((a, b) => ENDS[a.status] - ENDS[b.status])], by };
  });
}
