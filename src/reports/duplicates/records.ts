import type { Contact } from "../../core/customers/contact.ts";
import { companyData } from "../../core/duplicates/company.ts";
import { dealData } from "../../core/duplicates/dealData.ts";
import type { MatchData } from "../../core/duplicates/matchField.ts";
import { personData } from "../../core/duplicates/person.ts";
import type { MergeRecord } from "../../core/duplicates/survivor.ts";
import type { Lead } from "../../core/leads/lead.ts";
import { accounts as accountTable } from "../../tables/accounts.ts";
import type { AnyTable } from "../../tables/catalog.ts";
import { contacts as contactTable } from "../../tables/contacts.ts";
import { leads as leadTable } from "../../tables/leads.ts";
import { opportunities as dealTable } from "../../tables/opportunities.ts";
import type { Book } from "../book.ts";
import { contactName, leadName } from "../parts/recordNames.ts";

/** A record of any sheet, as far as the search for duplicates cares. */
export type Comparable = MergeRecord & {
  readonly table: AnyTable;
  readonly id: string;
  readonly name: string;
  readonly owner: string | undefined;
  /** The CRM or file it came from; undefined: not known. */
  readonly source: string | undefined;
  /** Of an open deal, in home currency. */
  readonly openAmount?: number | undefined;
};

/** Records that are compared with each other. */
export type Subject = {
  readonly label: string;
  /** The hygiene rule that names the system of record. */
  readonly rule: "sources.accounts" | "sources.people" | "sources.deals";
  readonly records: readonly Comparable[];
  readonly data: MatchData;
};

function comparable(
  table: AnyTable,
  values: Readonly<Record<string, unknown>>,
  more: { id: string; name: string; rank?: number; owner: string | undefined },
): Comparable {
  const day = (field: string) => values[field] as number | undefined;
  return {
    table,
    values,
    rank: 0,
    ...more,
    source: (values.sourceSystem as string | undefined) || undefined,
    lastActivity: day("lastActivity"),
    created: day("createdDate"),
    filled: table.columns.filter(({ field }) => (values[field] ?? "") !== "").length,
  };
}

/** Leads that are still leads: a converted one, and one that is a contact of the same id, is no second record. */
function openLeads(leads: readonly Lead[], contacts: readonly Contact[]): readonly Lead[] {
  const known = new Set(contacts.map(({ contactId }) => contactId));
  return leads.filter(
    ({ leadId, converted, contactId }) =>
      converted !== true && !known.has(leadId) && (contactId === undefined || contactId === ""),
  );
}

function people(book: Book): Subject | undefined {
  const { tables } = book.request;
  const contacts = tables.contacts?.rows ?? [];
  const leads = openLeads(tables.leads?.rows ?? [], contacts);
  if (contacts.length + leads.length < 2) return undefined;
  const companies = new Map(tables.accounts?.rows.map((row) => [row.accountId, row]));
  const data = personData([
    ...contacts.map((contact) => {
      const company = companies.get(contact.accountId ?? "");
      return {
        ...contact,
        ...(company?.accountName !== undefined && { company: company.accountName }),
        ...(company?.domain !== undefined && { website: company.domain }),
      };
    }),
    ...leads,
  ]);
  return {
    label: "People",
    rule: "sources.people",
    data,
    records: [
      ...contacts.map((row) =>
        comparable(contactTable, row, {
          id: row.contactId,
          name: contactName(row),
          owner: row.owner,
        }),
      ),
      ...leads.map((row) =>
        comparable(leadTable, row, {
          id: row.leadId,
          name: leadName(row),
          owner: row.owner,
          rank: 1,
        }),
      ),
    ],
  };
}

function companies({ request }: Book): Subject | undefined {
  const rows = request.tables.accounts?.rows ?? [];
  if (rows.length < 2) return undefined;
  return {
    label: "Accounts",
    rule: "sources.accounts",
    data: companyData(rows),
    records: rows.map((row) =>
      comparable(accountTable, row, {
        id: row.accountId,
        name: row.accountName ?? row.accountId,
        owner: row.owner,
      }),
    ),
  };
}

/** Deals without names are not compared: a customer's many deals would be told apart by amount and date alone. */
function deals(book: Book): Subject | undefined {
  if (!book.has("opportunityName") || book.deals.length < 2) return undefined;
  const standings = book.deals.map(({ standing }) => standing);
  return {
    label: "Deals",
    rule: "sources.deals",
    data: dealData(standings.map(({ deal }) => deal)),
    records: standings.map(({ deal, status, amount }) => ({
      ...comparable(dealTable, deal, {
        id: deal.opportunityId,
        name: deal.opportunityName ?? deal.opportunityId,
        owner: deal.owner,
      }),
      ...(status === "open" && { openAmount: amount }),
    })),
  };
}

export const subjectsOf = (book: Book): readonly Subject[] =>
  [people(book), companies(book), deals(book)].flatMap((subject) => subject ?? []);
