import type { Account } from "../../core/customers/account.ts";
import type { Lead } from "../../core/leads/lead.ts";
import { accountKey } from "../../core/territory/accountName.ts";
import type { TerritoryRecord } from "../../core/territory/territoryRule.ts";
import type { Tables } from "../../tables/tables.ts";
import type { TerritoryRecordLine } from "./territoryTypes.ts";

/** A record that rules are tried on, and how it is shown. */
export type Routed = { readonly record: TerritoryRecord; readonly line: () => TerritoryRecordLine };

const present = (parts: readonly (string | number | undefined)[]) =>
  parts.filter((part) => part !== undefined && part !== "").join(", ");

function textOf({ country, state, postalCode, industry, employees }: TerritoryRecord): string {
  const size = employees === undefined ? undefined : `${employees} employees`;
  return present([state, postalCode, country, industry, size]);
}

/** Products of each account's deals. */
function productsByAccount(tables: Tables): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { product, accountId, accountName } of tables.opportunities?.rows ?? []) {
    const account = accountId ?? accountName;
    if (product === undefined || account === undefined) continue;
    const key = accountKey(account);
    const list = found.get(key);
    if (list) list.push(product);
    else found.set(key, [product]);
  }
  return found;
}

function ofAccount(account: Account, products: ReadonlyMap<string, readonly string[]>): Routed {
  const { accountId, accountName, domain, country, state, postalCode, industry, employees } =
    account;
  const sold =
    products.size === 0
      ? undefined
      : (products.get(accountKey(accountId)) ?? products.get(accountKey(accountName ?? "")));
  const record: TerritoryRecord = {
    ...{ id: accountId, name: accountName, domain, country, state, postalCode, industry },
    ...{ employees, products: sold },
  };
  return {
    record,
    line: () => ({
      kind: "account",
      id: accountId,
      name: accountName ?? accountId,
      text: textOf(record),
    }),
  };
}

function ofLead(lead: Lead): Routed {
  const { leadId, company, email, website, country, state, postalCode, industry, employees } = lead;
  const record: TerritoryRecord = {
    ...{ id: lead.accountId ?? leadId, name: company, domain: email ?? website },
    ...{ country, state, postalCode, industry, employees },
  };
  const person = lead.name ?? [lead.firstName, lead.lastName].filter(Boolean).join(" ");
  return {
    record,
    line: () => ({
      kind: "lead",
      id: leadId,
      name: present([person, company]) || leadId,
      text: textOf(record),
    }),
  };
}

/** The accounts, then the leads that are not converted yet. */
export function routedRecords(tables: Tables): { accounts: Routed[]; leads: Routed[] } {
  const products = productsByAccount(tables);
  return {
    accounts: (tables.accounts?.rows ?? []).map((account) => ofAccount(account, products)),
    leads: (tables.leads?.rows ?? []).filter(({ converted }) => converted !== true).map(ofLead),
  };
}

/**
 * The record of that id, e-mail address or name; else the first whose web domain or account it is. Accounts come first.
 */
export function findRecord(records: readonly Routed[], wanted: string): Routed | undefined {
  const [text, key] = [wanted.trim().toLowerCase(), accountKey(wanted)];
  const texts = ({ record: { id, name, domain } }: Routed) => [id, name, domain];
  return (
    records.find(
      (one) =>
        one.line().id === wanted.trim() || texts(one).some((own) => own?.toLowerCase() === text),
    ) ??
    records.find((one) => texts(one).some((own) => own !== undefined && accountKey(own) === key))
  );
}

/** The values that stand most often, at most that many of them. */
export function mostFrequent(values: readonly (string | undefined)[], most = 60): string[] {
  const counts = new Map<string, number>();
  for (const value of values)
    if (value !== undefined && value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort((one, other) => other[1] - one[1])
    .slice(0, most)
    .map(([value]) => value);
}
