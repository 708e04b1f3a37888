import { accountSupport } from "../../core/customers/accountSupport.ts";
import type { Book } from "../book.ts";
import { sayCount, sayHidden } from "../parts/words.ts";
import type { Section, TableRow } from "../report.ts";

const MOST_ACCOUNTS = 10;

/** What support knows of each account, those that wait for most first; nothing where there is no ticket. */
export function supportSections(book: Book): readonly Section[] {
  const { tables, asOf } = book.request;
  const all = accountSupport(tables.accounts?.rows ?? [], tables.tickets?.rows ?? [], asOf)
    .filter(({ tickets }) => tickets > 0)
    .sort((a, b) => b.open - a.open || b.escalated - a.escalated || b.tickets - a.tickets);
  if (all.length === 0) return [];
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
          ({ accountId, accountName, lastContact, ...facts }): TableRow => ({
            key: accountId,
            cells: { account: accountName ?? accountId, ...facts, last: lastContact },
          }),
        ),
        more: sayHidden(all.length - MOST_ACCOUNTS, "more account"),
        empty: "No ticket names an account.",
      },
    },
  ];
}
