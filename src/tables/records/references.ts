import type { TableName } from "../table.ts";

type References = Readonly<Record<string, readonly TableName[]>>;

const account: References = { accountId: ["accounts"] };
const deal: References = { opportunityId: ["opportunities"] };
/** A CRM may call the same person a lead or a contact. */
const person: References = { contactId: ["contacts", "leads"] };

/** By table: the fields that hold ids of other records, and the tables in which those may stand. */
export const references: Readonly<Partial<Record<TableName, References>>> = {
  opportunities: account,
  opportunityHistory: deal,
  activities: { ...deal, ...account, ...person },
  accounts: { parentId: ["accounts"] },
  contacts: account,
  opportunityContacts: { ...deal, ...person },
  leads: { ...deal, ...account, contactId: ["contacts"] },
  leadEvents: { leadId: ["leads", "contacts"] },
  tickets: { ...account, ...person },
};
