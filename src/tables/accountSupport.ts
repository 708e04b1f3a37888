import type { Day } from "../core/calendar/day.ts";
import type { AccountSupport } from "../core/customers/accountSupport.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

/** What support knew of an account when it was last refreshed. */
export type AccountSupportRow = Omit<AccountSupport, "tickets" | "open" | "escalated"> & {
  readonly tickets?: number;
  readonly open?: number;
  readonly escalated?: number;
  readonly asOf?: Day;
};

const { id, text, number, date } = columnsOf<AccountSupportRow>();

export const accountSupport: Table<AccountSupportRow> = {
  name: "accountSupport",
  sheet: "Account support",
  about:
    "What tickets say of each account, computed by Refresh account support fields; look it up by Account ID. The Accounts sheet itself is left as the CRM has it.",
  key: ["accountId"],
  columns: [
    id("accountId", "Account ID", "key", "The account."),
    text("accountName", "Account Name", "derived", "Its name, where Accounts has it."),
    text("tier", "Support Tier", "derived", "Tier of support, as Accounts has it."),
    text("contact", "Support Contact", "derived", "Contact for support, as Accounts has it."),
    number("tickets", "Tickets", "derived", "Tickets of all times."),
    number("open", "Open Tickets", "derived", "Tickets that wait for somebody."),
    number("escalated", "Escalations", "derived", "Tickets that were escalated, of all times."),
    number("satisfaction", "Satisfaction", "derived", "Mean of the ratings given; blank: none."),
    date("lastContact", "Last Interaction", "derived", "Last day a ticket was opened or answered."),
    date("asOf", "As Of", "derived", "The day it was computed for."),
  ],
  mode: "upsert",
};
