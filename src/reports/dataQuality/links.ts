import { hostOf } from "../../core/duplicates/domainName.ts";
import { companyDomain } from "../../core/duplicates/mailAddress.ts";
import { recordKey } from "../../core/recordKey.ts";
import type { TableData } from "../../tables/table.ts";
import type { Book } from "../book.ts";
import { type Failing, joined, type Proposal, type QualityCheck } from "./check.ts";

type Ids = ReadonlySet<string> | undefined;

const idsOf = <Row>(data: TableData<Row> | undefined, idOf: (row: Row) => string): Ids =>
  data === undefined || data.rows.length === 0
    ? undefined
    : new Set(data.rows.map((row) => recordKey(idOf(row))));

/** What is wrong with a link: it is blank, or names a record that its sheet lacks. Without that sheet nobody knows. */
function faultOf(id: string | undefined, known: Ids, what: string): string | undefined {
  if (id === undefined || id === "") return `No ${what}`;
  return known === undefined || known.has(recordKey(id)) ? undefined : `Unknown ${what} ${id}`;
}

type Link<Row> = {
  readonly id: string;
  readonly sheet: string;
  readonly label: string;
  readonly condition: string;
  readonly action: string;
  readonly data: TableData<Row> | undefined;
  /** Any of these columns can hold the link. */
  readonly fields: readonly (keyof Row & string)[];
  readonly find: (row: Row) => string | undefined;
  readonly toFailing: (row: Row) => Omit<Failing, "found">;
};

function checkOf<Row>(link: Link<Row>): readonly QualityCheck[] {
  const { data, fields } = link;
  if (data === undefined || data.rows.length === 0) return [];
  if (!fields.some((field) => data.fields.has(field))) return [];
  return [
    {
      id: link.id,
      sheet: link.sheet,
      label: link.label,
      dimension: "consistency",
      severity: "medium",
      condition: link.condition,
      action: link.action,
      checked: data.rows.length,
      failing: data.rows.flatMap((row) => {
        const found = link.find(row);
        return found === undefined ? [] : [{ ...link.toFailing(row), found }];
      }),
    },
  ];
}

/** The only account of each company's domain. */
function accountsByDomain(book: Book): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { domain, accountId } of book.request.tables.accounts?.rows ?? []) {
    const host = hostOf(domain);
    if (host !== undefined) found.set(host, found.has(host) ? "" : accountId);
  }
  return found;
}

/** Records that hang in the air: activities, tickets, contacts and deals that belong to nothing the workbook knows. */
export function linkChecks(book: Book): readonly QualityCheck[] {
  const { tables } = book.request;
  const accounts = idsOf(tables.accounts, (row) => row.accountId);
  const contacts = idsOf(tables.contacts, (row) => row.contactId);
  const deals = idsOf(tables.opportunities, (row) => row.opportunityId);
  const leads = idsOf(tables.leads, (row) => row.leadId);
  const sheets = [deals, accounts, contacts, leads];
  const isKnown = (id: string | undefined) =>
    id !== undefined && id !== "" && sheets.some((ids) => ids?.has(recordKey(id)) === true);
  const owner = (text: string | undefined) =>
    text === undefined || text === "" ? undefined : book.people.find(text).label;
  const domains = accountsByDomain(book);
  const contactsById = new Map(
    tables.contacts?.rows.map((contact) => [recordKey(contact.contactId), contact]),
  );
  const account = (value: string | undefined, reason: string): Proposal | undefined =>
    value === undefined || value === "" || accounts?.has(recordKey(value)) === false
      ? undefined
      : { field: "Account ID", now: "", value, reason };
  /** The account of the contact, else the one with the domain of the contact's address. */
  const contactsAccount = (id: string | undefined): Proposal | undefined => {
    const contact = contactsById.get(recordKey(id ?? ""));
    return (
      account(contact?.accountId, "Its contact's") ??
      account(
        domains.get(companyDomain(contact?.email) ?? ""),
        "The account with the domain of its contact's address",
      )
    );
  };
  return [
    ...checkOf({
      id: "activities.orphan",
      sheet: "Activities",
      label: "Activity without a record",
      condition: "Names no deal, account, contact or lead, or only ones that no sheet holds",
      action: "Link it, or import the record it belongs to",
      data: tables.activities,
      fields: ["opportunityId", "accountId", "contactId"],
      find: ({ opportunityId, accountId, contactId }) => {
        const ids = [opportunityId, accountId, contactId].filter((id) => (id ?? "") !== "");
        if (ids.some(isKnown)) return undefined;
        return ids.length === 0 ? "Names no record" : `Unknown record ${ids.join(", ")}`;
      },
      toFailing: (row) => ({
        id: row.activityId ?? joined(row.opportunityId, row.accountId, row.contactId) ?? "",
        name: row.subject ?? row.type ?? "Activity",
        owner: owner(row.owner),
      }),
    }),
    ...checkOf({
      id: "tickets.orphan",
      sheet: "Tickets",
      label: "Ticket without an account",
      condition: "Names no account, or one that sheet Accounts lacks",
      action: "Link the ticket to its account",
      data: tables.tickets,
      fields: ["accountId"],
      find: ({ accountId }) => faultOf(accountId, accounts, "account"),
      toFailing: (row) => ({
        id: row.ticketId,
        name: row.subject ?? row.ticketId,
        owner: owner(row.owner),
        proposal: contactsAccount(row.contactId),
      }),
    }),
    ...checkOf({
      id: "contacts.orphan",
      sheet: "Contacts",
      label: "Contact without an account",
      condition: "Names no account, or one that sheet Accounts lacks",
      action: "Link the contact to its account",
      data: tables.contacts,
      fields: ["accountId"],
      find: ({ accountId }) => faultOf(accountId, accounts, "account"),
      toFailing: (row) => ({
        id: row.contactId,
        name: joined(row.firstName, row.lastName) ?? row.contactId,
        owner: owner(row.owner),
        proposal: account(
          domains.get(companyDomain(row.email) ?? ""),
          "The account with the domain of the address",
        ),
      }),
    }),
    ...checkOf({
      id: "deals.orphan",
      sheet: "Opportunities",
      label: "Deal without an account",
      condition: "Names no account, or one that sheet Accounts lacks",
      action: "Link the deal to its account",
      data: tables.opportunities,
      fields: ["accountId"],
      find: ({ accountId }) => faultOf(accountId, accounts, "account"),
      toFailing: (row) => ({
        id: row.opportunityId,
        name: row.opportunityName ?? row.opportunityId,
        owner: owner(row.owner),
      }),
    }),
    ...checkOf({
      id: "history.orphan",
      sheet: "Opportunity History",
      label: "History of an unknown deal",
      condition: "Names a deal that sheet Opportunities lacks",
      action: "Import the deal, or leave its history out",
      data: tables.opportunityHistory,
      fields: ["opportunityId"],
      find: ({ opportunityId }) => faultOf(opportunityId, deals, "deal"),
      toFailing: (row) => ({
        id: row.historyId ?? row.opportunityId,
        name: row.opportunityId,
        owner: undefined,
      }),
    }),
  ];
}
