import type { Contact } from "../../core/customers/contact.ts";
import { companyCore } from "../../core/duplicates/companyCore.ts";
import { mailParts } from "../../core/duplicates/mailAddress.ts";
import { matchText } from "../../core/duplicates/matchText.ts";
import { phoneKey } from "../../core/duplicates/phoneKey.ts";
import type { Book } from "../book.ts";
import { joined } from "./check.ts";
import type { Fact } from "./conflictCheck.ts";

/** People who are a lead and a contact, by the same mail address. */
export function personFacts(book: Book): readonly Fact[] {
  const { tables } = book.request;
  const addressOf = (email: string | undefined) => {
    const parts = mailParts(email);
    return parts === undefined ? "" : `${parts.local}@${parts.domain}`;
  };
  const contacts = new Map<string, Contact>();
  for (const contact of tables.contacts?.rows ?? []) {
    const address = addressOf(contact.email);
    if (address !== "") contacts.set(address, contact);
  }
  const names = new Map(tables.accounts?.rows.map((row) => [row.accountId, row.accountName]));
  const both = (tables.leads?.rows ?? []).flatMap((lead) => {
    const contact =
      lead.converted === true || contacts.size === 0
        ? undefined
        : contacts.get(addressOf(lead.email));
    return contact === undefined ? [] : [{ lead, contact }];
  });
  const fact = (
    id: string,
    label: string,
    field: string,
    valuesOf: (one: (typeof both)[number]) => readonly [string | undefined, string | undefined],
    isSame: Fact["isSame"],
  ): Fact => ({
    id,
    label,
    sheets: ["Leads", "Contacts"],
    fields: [field, field],
    system: "Contacts",
    isSame,
    pairs: both.map((one) => {
      const [lead = "", contact = ""] = valuesOf(one);
      const name = joined(one.lead.firstName, one.lead.lastName) ?? one.lead.leadId;
      return {
        owner: one.lead.owner === undefined ? undefined : book.people.find(one.lead.owner).label,
        sides: [
          { id: one.lead.leadId, name, value: lead },
          { id: one.contact.contactId, name, value: contact },
        ],
      };
    }),
  });
  const isSamePhone = (one: string, other: string) => phoneKey(one) === phoneKey(other);
  const isSameText = (one: string, other: string) => matchText(one) === matchText(other);
  return [
    fact(
      "conflict.lead_phone",
      "Phone of lead and contact differ",
      "Phone",
      ({ lead, contact }) => [lead.phone, contact.phone],
      isSamePhone,
    ),
    fact(
      "conflict.lead_title",
      "Title of lead and contact differ",
      "Title",
      ({ lead, contact }) => [lead.title, contact.title],
      isSameText,
    ),
    fact(
      "conflict.lead_company",
      "Company of lead and account differ",
      "Company",
      ({ lead, contact }) => [lead.company, names.get(contact.accountId ?? "")],
      (one, other) => companyCore(one) === companyCore(other),
    ),
  ];
}
