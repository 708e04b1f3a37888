import type { ReadRow } from "../../sources/planTypes.ts";

/**
 * The deals of a file as evidence of what their stages are. Won and closed speak for a stage only where they are a
 * matter of the stage: not where the CRM keeps them apart from it, nor in a stage whose deals differ in them.
 */
export function evidenceOfStages(deals: readonly ReadRow[], isApart: boolean): readonly ReadRow[] {
  const flags = new Map<string, string>();
  const mixed = new Set<string>();
  for (const deal of deals) {
    if (deal.isClosed === undefined && deal.isWon === undefined) continue;
    const stage = stageOf(deal);
    const flag = `${deal.isClosed} ${deal.isWon}`;
    if ((flags.get(stage) ?? flag) !== flag) mixed.add(stage);
    flags.set(stage, flag);
  }
  if (flags.size === 0 || (!isApart && mixed.size === 0)) return deals;
  return deals.map((deal) =>
    isApart || mixed.has(stageOf(deal)) ? { ...deal, isClosed: undefined, isWon: undefined } : deal,
  );
}

const stageOf = ({ pipeline = "", stage }: ReadRow): string => `${pipeline}\n${stage}`;
