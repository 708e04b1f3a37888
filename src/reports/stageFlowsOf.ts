import { stageIndex } from "../core/deals/stageIndex.ts";
import type { DealHistory } from "../core/history/dealHistory.ts";
import { beginningsOf } from "../core/history/isBeginning.ts";
import { type StageFlow, stageFlows } from "../core/pipeline/stageFlow.ts";
import { stageStays } from "../core/pipeline/stageStays.ts";
import { recordKey } from "../core/recordKey.ts";
import type { Book } from "./book.ts";

/** What deals do in every open stage, as far as the workbook knows their history. */
export function stageFlowsOf(
  { request }: Pick<Book, "request">,
  history: DealHistory,
): readonly StageFlow[] {
  const { asOf, tables, settings } = request;
  const entered = new Map(
    (tables.opportunities?.rows ?? []).map((deal) => [
      recordKey(deal.opportunityId),
      deal.stageEntered,
    ]),
  );
  const stays = stageStays(history, {
    asOf,
    stages: stageIndex(settings.stages),
    isBeginning: beginningsOf(tables.snapshots?.rows ?? []),
    enteredOf: (id) => entered.get(recordKey(id)),
  });
  return stageFlows(stays, asOf);
}
