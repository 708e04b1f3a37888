import type { Day } from "../../core/calendar/day.ts";
import { stageIndex } from "../../core/deals/stageIndex.ts";
import type { DealHistory } from "../../core/history/dealHistory.ts";
import { beginningsOf } from "../../core/history/isBeginning.ts";
import { type StageFlow, stageFlows } from "../../core/pipeline/stageFlow.ts";
import { type StageStay, stageStays } from "../../core/pipeline/stageStays.ts";
import { recordKey } from "../../core/recordKey.ts";
import type { Book } from "../book.ts";

/**
 * What deals do in every open stage, as far as the workbook knows their history; from a day on, those that came into the
 * stage since, or left it since where nobody knows when they came.
 */
export function stageFlowsOf(
  { request }: Pick<Book, "request">,
  history: DealHistory,
  from?: Day,
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
  const isSince = ({ entered, left }: StageStay) =>
    from === undefined || (entered ?? left ?? asOf) >= from;
  return stageFlows(stays.filter(isSince), asOf);
}
