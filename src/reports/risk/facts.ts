import { activityChanges } from "../../core/deals/activityChange.ts";
import type { Deal } from "../../core/deals/deal.ts";
import type { Book } from "../book.ts";
import { hygieneContext } from "../hygiene/context.ts";

/** Champions among a deal's contacts: true when one left, false when all are known to be there. */
function championsLeft(book: Book): ReadonlyMap<string, boolean> {
  const left = new Map<string, boolean>();
  for (const row of book.request.tables.opportunityContacts?.rows ?? []) {
    const { opportunityId, role, stillEmployed } = row;
    if (stillEmployed === undefined || !/champion/i.test(role ?? "")) continue;
    left.set(opportunityId, (left.get(opportunityId) ?? false) || !stillEmployed);
  }
  return left;
}

/**
 * A deal with what other sheets tell where its own columns do not: contacts, champion, when it came into its stage, and
 * how its activity changed.
 */
export function dealFacts(book: Book): (deal: Deal) => Deal {
  const { tables, asOf } = book.request;
  const context = hygieneContext(book);
  const changes = activityChanges(tables.activities?.rows ?? [], asOf);
  const left = championsLeft(book);
  return (deal) => ({
    ...deal,
    contactCount: context.contacts(deal),
    stageEntered: context.stageEntered(deal),
    pushCount: context.pushes(deal),
    activityChange: deal.activityChange ?? changes.get(deal.opportunityId),
    championLeft: deal.championLeft ?? left.get(deal.opportunityId),
  });
}
