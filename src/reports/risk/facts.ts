import { activityChanges } from "../../core/deals/activityChange.ts";
import type { Deal } from "../../core/deals/deal.ts";
import { activityPast, type Engagement } from "../../core/risk/activityPast.ts";
import type { Book } from "../book.ts";
import { hygieneContext } from "../hygiene/context.ts";
import { activityRecord } from "../parts/lastActivity.ts";

/** A deal and how much was done on it lately. */
export type DealFacts = Deal & Engagement;

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
 * its activity.
 */
export function dealFacts(book: Book): (deal: Deal) => DealFacts {
  const { tables, asOf } = book.request;
  const context = hygieneContext(book);
  const changes = activityChanges(tables.activities?.rows ?? [], asOf);
  const left = championsLeft(book);
  const { lastOf } = activityRecord(tables, asOf);
  const activityOf = activityPast(tables.activities?.rows ?? []);
  return (deal) => ({
    ...deal,
    contactCount: context.contacts(deal),
    stageEntered: context.stageEntered(deal),
    pushCount: context.pushes(deal),
    activityChange: deal.activityChange ?? changes.get(deal.opportunityId),
    championLeft: deal.championLeft ?? left.get(deal.opportunityId),
    lastActivity: lastOf(deal),
    recentActivity: activityOf(deal.opportunityId, deal.createdDate, asOf).recentActivity,
  });
}
