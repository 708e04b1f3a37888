import { companyCore } from "../../core/duplicates/companyCore.ts";
import { hostOf } from "../../core/duplicates/domainName.ts";
import { isRoleBox, mailParts } from "../../core/duplicates/mailAddress.ts";
import { matchText } from "../../core/duplicates/matchText.ts";
import { groupBy } from "../../core/groupBy.ts";
import { recordKey } from "../../core/recordKey.ts";
import type { Book } from "../book.ts";
import type { Found } from "../duplicates/find.ts";
import type { Comparable } from "../duplicates/records.ts";

const refOf = ({ table, id }: Comparable): string => `${table.sheet}/${id}`;
const sourceOf = ({ source }: Comparable): string => (source ?? "").toLowerCase();

/** What two sources have to share exactly to mean one thing; undefined: too little is known. */
type KeyOf = (record: Comparable) => string | undefined;

const text = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;

function accountKey({ values }: Comparable): string | undefined {
  const [host, name] = [hostOf(text(values.domain)), companyCore(text(values.accountName))];
  return host === undefined || name === "" ? undefined : `${host}/${name}`;
}

function personKey({ values }: Comparable): string | undefined {
  const parts = mailParts(text(values.email));
  return parts === undefined || isRoleBox(parts.local)
    ? undefined
    : `${parts.local}@${parts.domain}`;
}

/** A deal is known by its name and its account's. */
function dealKey(book: Book): KeyOf {
  const names = new Map(
    book.request.tables.accounts?.rows.map((row) => [recordKey(row.accountId), row.accountName]),
  );
  return ({ values }) => {
    const account = names.get(recordKey(text(values.accountId) ?? "")) ?? text(values.accountName);
    const [company, name] = [companyCore(account), matchText(text(values.opportunityName))];
    return company === "" || name === "" ? undefined : `${company}/${name}`;
  };
}

const keyOf = (book: Book, { rule }: Found["subject"]): KeyOf =>
  rule === "sources.accounts" ? accountKey : rule === "sources.people" ? personKey : dealKey(book);

/** Records of one key in different sources, unless a source has several of them: nobody knows which is meant. */
function keyGroups(records: readonly Comparable[], key: KeyOf): readonly (readonly Comparable[])[] {
  const sourced = records.flatMap((record) => {
    const own = record.source === undefined ? undefined : key(record);
    return own === undefined ? [] : [{ record, key: `${record.table.sheet}/${own}` }];
  });
  return [...groupBy(sourced, (one) => one.key).values()].flatMap((list) => {
    const sources = new Set(list.map(({ record }) => sourceOf(record)));
    return list.length > 1 && sources.size === list.length
      ? [list.map(({ record }) => record)]
      : [];
  });
}

/** Sets that share a record are one. */
function joinedGroups(
  groups: readonly (readonly Comparable[])[],
): readonly (readonly Comparable[])[] {
  const place = new Map<string, Map<string, Comparable>>();
  for (const group of groups) {
    const sets = new Set(group.flatMap((record) => place.get(refOf(record)) ?? []));
    const all = new Map(group.map((record) => [refOf(record), record]));
    for (const set of sets) for (const [ref, record] of set) all.set(ref, record);
    for (const ref of all.keys()) place.set(ref, all);
  }
  return [...new Set(place.values())].map((set) => [...set.values()]);
}

/**
 * Records of one sheet that are one thing in two sources or more: what Duplicates is sure of, and what has the same mail
 * address, the same domain and company name, or the same account and deal name. What a person parted stays parted.
 */
export function sourceGroups(book: Book, found: Found): readonly (readonly Comparable[])[] {
  const { subject, groups, pairs } = found;
  if (new Set(subject.records.map(sourceOf)).size < 2) return [];
  const parted = new Set(
    pairs.flatMap(({ a, b, isSame }) =>
      isSame === false ? [`${refOf(a)}|${refOf(b)}`, `${refOf(b)}|${refOf(a)}`] : [],
    ),
  );
  const isParted = (group: readonly Comparable[]) =>
    group.some((a) => group.some((b) => parted.has(`${refOf(a)}|${refOf(b)}`)));
  const present = (records: readonly Comparable[]) =>
    records.filter(({ values }) => values.goneSince === undefined);
  const sure = groups.map(({ keep, merge }) =>
    present([keep, ...merge.map(({ record }) => record)]),
  );
  const equal = keyGroups(present(subject.records), keyOf(book, subject));
  return joinedGroups([...sure, ...equal.filter((group) => !isParted(group))])
    .flatMap((group) => [...groupBy(group, ({ table }) => table.sheet).values()])
    .map((group) => group.filter(({ source }) => source !== undefined))
    .filter((group) => new Set(group.map(sourceOf)).size > 1);
}
