import type { Day } from "../../core/calendar/day.ts";
import { isOpenTicket } from "../../core/customers/isOpenTicket.ts";
import type { Ticket } from "../../core/customers/ticket.ts";
import { recordKey } from "../../core/recordKey.ts";
import type { Book } from "../book.ts";
import type { Section, TableRow } from "../report.ts";
import { sayCount } from "../words.ts";

const MOST_ACCOUNTS = 10;

type Support = {
  readonly accountId: string;
  readonly tickets: number;
  readonly open: number;
  readonly escalated: number;
  readonly satisfaction: number | undefined;
  readonly last: Day | undefined;
};

function supportOf(tickets: readonly Ticket[], asOf: Day): Support {
  const open = tickets.filter(isOpenTicket);
  const rated = tickets.flatMap(({ csat }) => (csat === undefined ? [] : [csat]));
  const days = tickets
    .flatMap(({ opened, firstReply, closed }) => [opened, firstReply, closed])
    .flatMap((moment) => (moment === undefined || moment >= asOf + 1 ? [] : [Math.floor(moment)]));
  return {
    accountId: tickets[0]?.accountId ?? "",
    tickets: tickets.length,
    open: open.length,
    escalated: tickets.filter(({ escalated }) => escalated === true).length,
    satisfaction:
      rated.length === 0 ? undefined : rated.reduce((sum, one) => sum + one, 0) / rated.length,
    last: days.length === 0 ? undefined : days.reduce((a, b) => Math.max(a, b)),
  };
}

/** What support knows of each account, those that wait for most first; nothing where there is no ticket. */
export function supportSections(book: Book): readonly Section[] {
  const { tables, asOf } = book.request;
  const groups = new Map<string, Ticket[]>();
  for (const ticket of tables.tickets?.rows ?? []) {
    if (!ticket.accountId) continue;
    const key = recordKey(ticket.accountId);
    const known = groups.get(key);
    if (known) known.push(ticket);
    else groups.set(key, [ticket]);
  }
  if (groups.size === 0) return [];
  const accounts = new Map(
    tables.accounts?.rows.map((account) => [recordKey(account.accountId), account]),
  );
  const all = [...groups]
    .map(([key, tickets]) => ({ account: accounts.get(key), ...supportOf(tickets, asOf) }))
    .sort((a, b) => b.open - a.open || b.escalated - a.escalated || b.tickets - a.tickets);
  const open = all.reduce((sum, one) => sum + one.open, 0);
  const escalated = all.reduce((sum, one) => sum + one.escalated, 0);
  return [
    {
      id: "support",
      heading: "Support by account",
      reading: `${sayCount(open, "open ticket")} of ${sayCount(all.length, "account")}; ${sayCount(escalated, "ticket")} of all times escalated; satisfaction is the mean of the ratings given.`,
      table: {
        id: "support",
        columns: [
          { id: "account", label: "Account", format: "text", span: 3 },
          { id: "tier", label: "Tier", format: "text", span: 1 },
          { id: "contact", label: "Support contact", format: "text", span: 2 },
          { id: "tickets", label: "Tickets", format: "integer", span: 1 },
          { id: "open", label: "Open", format: "integer", span: 1 },
          { id: "escalated", label: "Escalated", format: "integer", span: 1 },
          { id: "satisfaction", label: "Satisfaction", format: "number", span: 1 },
          { id: "last", label: "Last contact", format: "date", span: 2 },
        ],
        rows: all.slice(0, MOST_ACCOUNTS).map(
          ({ account, accountId, tickets, ...facts }): TableRow => ({
            key: accountId,
            cells: {
              account: account?.accountName ?? accountId,
              tier: account?.supportTier,
              contact: account?.supportContact,
              tickets,
              open: facts.open,
              escalated: facts.escalated,
              satisfaction: facts.satisfaction,
              last: facts.last,
            },
          }),
        ),
        ...(all.length > MOST_ACCOUNTS
          ? { more: `${sayCount(all.length - MOST_ACCOUNTS, "more account")}` }
          : {}),
        empty: "No ticket names an account.",
      },
    },
  ];
}
