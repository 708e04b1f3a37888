import { isoFromDay } from "../../core/calendar/day.ts";
import { companyCore } from "../../core/duplicates/companyCore.ts";
import { hostOf } from "../../core/duplicates/domainName.ts";
import { mailParts } from "../../core/duplicates/mailAddress.ts";
import { matchText } from "../../core/duplicates/matchText.ts";
import { phoneKey } from "../../core/duplicates/phoneKey.ts";
import type { TableName } from "../../tables/table.ts";
import type { Book } from "../book.ts";
import type { Comparable } from "../duplicates/records.ts";

/** What a record says in one field: as it is shown, and what it comes down to. */
export type SourceFact = { readonly shown: string; readonly key: string };

type Reader = (value: string, book: Book) => string;

const COMPANY: readonly string[] = ["industry", "employees", "state", "country"];

/** Fields that say something about the thing itself; what a CRM counts of its own work differs in every CRM. */
const FIELDS: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  accounts: [
    ...["accountName", "domain", "phone", "owner", "annualRevenue", "city", "postalCode", "type"],
    ...["segment", "region", "territory"],
    ...COMPANY,
  ],
  contacts: [
    ...["firstName", "lastName", "email", "phone", "mobile", "title", "department", "seniority"],
    ...["owner", "emailOptOut"],
  ],
  leads: [
    ...["firstName", "lastName", "company", "email", "phone", "title", "department", "owner"],
    ...["revenue", "optOut"],
    ...COMPANY,
  ],
  opportunities: [
    ...["opportunityName", "accountName", "owner", "stage", "amount", "closeDate"],
    ...["lossReason", "competitor"],
  ],
};

/** Ways of writing that do not matter. */
const READERS: Readonly<Record<string, Reader>> = {
  accountName: companyCore,
  company: companyCore,
  domain: (value) => hostOf(value) ?? matchText(value),
  email: (value) => {
    const parts = mailParts(value);
    return parts === undefined ? "" : `${parts.local}@${parts.domain}`;
  },
  phone: phoneKey,
  mobile: phoneKey,
  owner: ownerKey,
};

/** An id that no sheet of people knows cannot be held against a name. */
function ownerKey(value: string, book: Book): string {
  const { rep, label } = book.people.find(value);
  if (rep !== undefined) return matchText(label);
  return /\d/.test(value) && !value.includes("@") ? "" : matchText(value);
}

const NOTHING: SourceFact = { shown: "", key: "" };

/** Stages of two CRMs are words of two processes: held against each other is what they come to. */
function stageFacts(book: Book): (record: Comparable) => SourceFact {
  const statuses = new Map(
    book.deals.map(({ standing: { deal, status } }) => [deal.opportunityId, status]),
  );
  return ({ id, values }) => {
    const status = statuses.get(id);
    if (status === undefined || status === "gone") return NOTHING;
    const stage = typeof values.stage === "string" ? values.stage : "";
    return { shown: stage === "" ? status : `${stage} (${status})`, key: status };
  };
}

/** Amounts in several currencies are held against each other with their currency. */
function amountFact({ values }: Comparable, currencies: ReadonlySet<string>): SourceFact {
  if (typeof values.amount !== "number") return NOTHING;
  const currency = typeof values.currency === "string" ? values.currency.toUpperCase() : "";
  if (currencies.size > 1 && currency === "") return NOTHING;
  const cents = Math.round(values.amount * 100);
  const unit = currencies.size > 1 ? ` ${currency}` : "";
  return { shown: `${cents / 100}${unit}`, key: `${cents}${unit}` };
}

export type GroupFacts = {
  readonly fields: readonly string[];
  readonly facts: readonly Readonly<Record<string, SourceFact>>[];
};

/** What records of one thing say, field by field. */
export function groupFacts(book: Book): (group: readonly Comparable[]) => GroupFacts {
  const stageOf = stageFacts(book);
  return (group) => {
    const [first] = group;
    const fields = (first && FIELDS[first.table.name]) ?? [];
    const currencies = new Set(
      group.flatMap(({ values: { currency, amount } }) =>
        typeof currency === "string" && amount !== undefined ? [currency.toUpperCase()] : [],
      ),
    );
    const facts = group.map((record) =>
      Object.fromEntries(
        fields.map((field): [string, SourceFact] => {
          if (field === "stage") return [field, stageOf(record)];
          if (field === "amount") return [field, amountFact(record, currencies)];
          return [field, plainFact(record, field, book)];
        }),
      ),
    );
    return { fields, facts };
  };
}

function plainFact({ values, table }: Comparable, field: string, book: Book): SourceFact {
  const value = values[field];
  if (value === undefined || value === "") return NOTHING;
  const kind = table.columns.find((column) => column.field === field)?.kind;
  if (typeof value === "number") {
    const shown = kind === "date" ? isoFromDay(Math.floor(value)) : String(value);
    return { shown, key: shown };
  }
  if (typeof value === "boolean") return { shown: value ? "yes" : "no", key: String(value) };
  const shown = String(value);
  return { shown, key: (READERS[field] ?? matchText)(shown, book) };
}
