import type { Day } from "../calendar/day.ts";
import { recordKey } from "../recordKey.ts";
import type { Account } from "./account.ts";
import { isOpenTicket } from "./isOpenTicket.ts";
import type { Ticket } from "./ticket.ts";

/** What support knows of an account on a day. */
export type AccountSupport = {
  readonly accountId: string;
  readonly accountName?: string;
  readonly tier?: string;
  readonly contact?: string;
  readonly tickets: number;
  readonly open: number;
  readonly escalated: number;
  /** Mean of the ratings given. */
  readonly satisfaction?: number;
  readonly lastContact?: Day;
};

function supportOf(tickets: readonly Ticket[], asOf: Day) {
  let [open, escalated, rated, sum] = [0, 0, 0, 0];
  let lastContact: Day | undefined;
  for (const ticket of tickets) {
    if (isOpenTicket(ticket)) open += 1;
    if (ticket.escalated === true) escalated += 1;
    if (ticket.csat !== undefined) {
      rated += 1;
      sum += ticket.csat;
    }
    for (const moment of [ticket.opened, ticket.firstReply, ticket.closed]) {
      if (moment === undefined || moment >= asOf + 1) continue;
      lastContact = Math.max(lastContact ?? Number.NEGATIVE_INFINITY, Math.floor(moment));
    }
  }
  const satisfaction = rated === 0 ? undefined : sum / rated;
  return { tickets: tickets.length, open, escalated, satisfaction, lastContact };
}

/**
 * Tickets by account: every account, in its order, then those that tickets name and the accounts lack. An account without
 * a ticket has 0 of them and neither satisfaction nor a last contact.
 */
export function accountSupport(
  accounts: readonly Account[],
  tickets: readonly Ticket[],
  asOf: Day,
): readonly AccountSupport[] {
  const groups = new Map<string, Ticket[]>();
  for (const ticket of tickets) {
    if (!ticket.accountId) continue;
    const key = recordKey(ticket.accountId);
    const known = groups.get(key);
    if (known) known.push(ticket);
    else groups.set(key, [ticket]);
  }
  const rows: AccountSupport[] = [];
  const seen = new Set<string>();
  for (const { accountId, accountName, supportTier, supportContact } of accounts) {
    const key = recordKey(accountId);
    if (seen.has(key)) continue;
    seen.add(key);
    const facts = supportOf(groups.get(key) ?? [], asOf);
    rows.push({ accountId, accountName, tier: supportTier, contact: supportContact, ...facts });
  }
  for (const [key, own] of groups) {
    const accountId = own[0]?.accountId;
    if (accountId !== undefined && !seen.has(key))
      rows.push({ accountId, ...supportOf(own, asOf) });
  }
  return rows;
}
