import type { QualityContext } from "../../core/hygiene/qualityRules.ts";
import { stageMoves } from "../../core/hygiene/stageMoves.ts";
import { recordKey } from "../../core/recordKey.ts";
import type { Book } from "../book.ts";
import { dealChangesOf } from "../parts/dealChangesOf.ts";
import { hygieneContext } from "./context.ts";

/** What the rules may ask, beyond what the hygiene report's rules do. */
export function qualityContext(book: Book): QualityContext {
  const { tables, asOf } = book.request;
  const deals = tables.opportunities?.rows ?? [];
  const byKey = new Map(deals.map((deal) => [recordKey(deal.opportunityId), deal]));
  const moves = stageMoves(
    dealChangesOf(book.request),
    asOf,
    (key, name) => book.standings.stages.find(byKey.get(key)?.pipeline, name),
    (key) => byKey.get(key)?.stage,
  );
  return {
    ...hygieneContext(book),
    knowsStageMoves: moves.size > 0,
    stageMoves: ({ opportunityId }) => moves.get(recordKey(opportunityId)),
    namesCurrency: deals.some(
      ({ amount, currency }) => amount !== undefined && (currency ?? "") !== "",
    ),
  };
}
