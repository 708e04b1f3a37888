import type { OpportunityContact } from "../core/customers/contact.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

const { id, choice, boolean } = columnsOf<OpportunityContact>();

export const opportunityContacts: Table<OpportunityContact> = {
  name: "opportunityContacts",
  sheet: "Opportunity Contacts",
  about: "Who plays which part in a deal.",
  key: ["opportunityId", "contactId"],
  columns: [
    id(
      "opportunityId",
      "Opportunity ID",
      "key",
      "The deal.",
      "OpportunityId; Opportunity.External_Id__c; Deal ID",
    ),
    id("contactId", "Contact ID", "key", "The person.", "ContactId; Contact.External_Id__c"),
    choice(
      "role",
      "Role",
      "recommended",
      "Decision maker, economic buyer, champion.",
      "Contact Role; Deal Role; type_id",
    ),
    boolean("isPrimary", "Is Primary", "optional", "The main contact.", "Primary"),
    boolean("stillEmployed", "Still Employed", "optional", "Still works there."),
  ],
  mode: "upsert",
};
