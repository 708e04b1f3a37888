import type { Contact } from "../../core/customers/contact.ts";
import type { Lead } from "../../core/leads/lead.ts";
import { accounts } from "../../tables/accounts.ts";
import { contacts } from "../../tables/contacts.ts";
import { leads } from "../../tables/leads.ts";
import { opportunities } from "../../tables/opportunities.ts";
import type { Tables } from "../../tables/tables.ts";
import { tickets } from "../../tables/tickets.ts";
import { joined } from "../dataQuality/check.ts";
import type { Report } from "../report.ts";

/** A sheet's records as people know them. */
type NamedSheet = {
  readonly sheet: string;
  readonly records: readonly { readonly id: string; readonly name: string }[];
};

function named<Row>(
  { sheet }: { readonly sheet: string },
  data: { readonly rows: readonly Row[] } | undefined,
  idOf: (row: Row) => string,
  nameOf: (row: Row) => string | undefined,
): NamedSheet {
  const records = (data?.rows ?? []).map((row) => ({ id: idOf(row), name: nameOf(row) ?? "" }));
  return { sheet, records };
}

export const contactName = ({ firstName, lastName, email, contactId }: Contact): string =>
  joined(firstName, lastName) ?? (email || contactId);
export const leadName = ({ firstName, lastName, name, company, leadId }: Lead): string =>
  joined(firstName, lastName) ?? (name || company || leadId);

const sheetsOf = (tables: Tables): readonly NamedSheet[] => [
  named(
    opportunities,
    tables.opportunities,
    ({ opportunityId }) => opportunityId,
    ({ opportunityName, accountName }) => opportunityName || accountName,
  ),
  named(
    accounts,
    tables.accounts,
    ({ accountId }) => accountId,
    ({ accountName }) => accountName,
  ),
  named(contacts, tables.contacts, ({ contactId }) => contactId, contactName),
  named(leads, tables.leads, ({ leadId }) => leadId, leadName),
  named(
    tickets,
    tables.tickets,
    ({ ticketId }) => ticketId,
    ({ subject }) => subject,
  ),
];

/** The names of the wanted records of one sheet by id; the id stands beside a name that other records share. */
function namesIn({ records }: NamedSheet, wanted: ReadonlySet<string>): Map<string, string> {
  const shown = new Map(
    records.filter(({ id }) => wanted.has(id)).map(({ id, name }) => [id, name]),
  );
  const times = new Map([...shown.values()].map((name) => [name, 0]));
  for (const { name } of records) {
    const known = times.get(name);
    if (known !== undefined) times.set(name, known + 1);
  }
  for (const [id, name] of shown) {
    if (name === "" || name === id) shown.delete(id);
    else if ((times.get(name) ?? 0) > 1) shown.set(id, `${name} (${id})`);
  }
  return shown;
}

/** The report with the names of the records that its findings rest on; an id that several sheets have stays an id. */
export function withRecordNames(report: Report, tables: Tables): Report {
  const findings = report.sections.flatMap(({ findings = [] }) => findings);
  const wanted = new Set(findings.flatMap(({ evidence }) => evidence));
  if (wanted.size === 0) return report;
  const sheets = sheetsOf(tables).map((one) => ({ sheet: one.sheet, names: namesIn(one, wanted) }));
  const nameOf = (id: string, sheet: string | undefined): string => {
    const asked = sheet === undefined ? sheets : sheets.filter((one) => one.sheet === sheet);
    const [only, ...others] = new Set(asked.flatMap(({ names }) => names.get(id) ?? []));
    return others.length > 0 ? id : (only ?? id);
  };
  return {
    ...report,
    sections: report.sections.map((section) => {
      if (section.findings === undefined) return section;
      const withNames = section.findings.map((finding) => ({
        ...finding,
        names: finding.evidence.map((id) => nameOf(id, finding.sheet)),
      }));
      return { ...section, findings: withNames };
    }),
  };
}
