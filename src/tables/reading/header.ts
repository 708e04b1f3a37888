import type { Column, Table } from "../table.ts";
import { englishHeading } from "./englishHeading.ts";
import { headingOfMoney } from "./headingCurrency.ts";

const keys = new Map<string, string>();

/**
 * What two headings must share to mean the same: letters and digits alone, without the `__c` of custom fields and the
 * `property_` of warehouse tables; a heading of another language shares it with its English one.
 */
export function headingKey(heading: string): string {
  let key = keys.get(heading);
  if (key === undefined) {
    const plain = heading
      .trim()
      .replace(/_{1,2}c$/i, "")
      .replace(/^property_/i, "");
    key = (englishHeading(plain) ?? plain).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
    keys.set(heading, key);
  }
  return key;
}

/** Columns that claim one field with equal right. */
type HeaderConflict = {
  readonly field: string;
  readonly label: string;
  readonly columns: readonly number[];
};

export type HeaderMatch = {
  /** Column index of each field that was found, from 0. */
  readonly mapping: Readonly<Record<string, number>>;
  readonly conflicts: readonly HeaderConflict[];
};

/** How well a heading names a field: 0 is the label itself, then label, field or alias in other spelling, then weak aliases in order. */
type Claim = { readonly column: number; readonly rank: number };

const EXACT = 0;
const USUAL = 1;
/** A custom field named like a standard one counts only without it. */
const CUSTOM = 2;
const WEAK = 3;

/**
 * Finds the column of each field. The label as it is written in the canonical sheets wins over other spellings, these
 * over weak aliases; two columns with equal right are a conflict and map nothing.
 */
export function matchHeader<Row>(table: Table<Row>, headings: readonly string[]): HeaderMatch {
  const byKey = columnsByKey(headings);
  const byMoneyKey = columnsByKey(headings.map((heading) => headingOfMoney(heading)?.rest ?? ""));
  const claims = table.columns.map((column) => ({
    column,
    found: claimsOf(column, headings, byKey, byMoneyKey),
  }));
  // The better a claim, the earlier it is served, so that no column goes to a field it names worse.
  const mapping: Record<string, number> = {};
  const conflicts: HeaderConflict[] = [];
  const taken = new Set<number>();
  const settled = new Set<string>();
  const deepest = Math.max(
    WEAK,
    ...table.columns.map(({ weakAliases }) => WEAK + 1 + (weakAliases?.length ?? 0)),
  );
  for (let rank = EXACT; rank <= deepest; rank += 1) {
    for (const { column, found } of claims) {
      if (settled.has(column.field)) continue;
      const free = found
        .filter((claim) => claim.rank === rank && !taken.has(claim.column))
        .map((claim) => claim.column);
      const [first] = free;
      if (first === undefined) continue;
      settled.add(column.field);
      for (const index of free) taken.add(index);
      if (free.length === 1) mapping[column.field] = first;
      else conflicts.push({ field: column.field, label: column.label, columns: free });
    }
  }
  return { mapping, conflicts };
}

function isCustom(heading: string | undefined): boolean {
  return heading !== undefined && /_c$/i.test(heading.trim());
}

function columnsByKey(headings: readonly string[]): Map<string, number[]> {
  const byKey = new Map<string, number[]>();
  headings.forEach((heading, index) => {
    const key = headingKey(heading);
    if (key === "") return;
    const same = byKey.get(key);
    if (same) same.push(index);
    else byKey.set(key, [index]);
  });
  return byKey;
}

function claimsOf<Row>(
  column: Column<Row>,
  headings: readonly string[],
  byKey: ReadonlyMap<string, readonly number[]>,
  byMoneyKey: ReadonlyMap<string, readonly number[]>,
): Claim[] {
  const weak = (column.weakAliases ?? []).map(headingKey);
  const found: Claim[] = [];
  const names = new Set([column.label, column.field, ...column.aliases].map(headingKey));
  for (const name of names) {
    for (const index of byKey.get(name) ?? []) {
      const isLabel = headings[index]?.trim().toLowerCase() === column.label.toLowerCase();
      if (isLabel) found.push({ column: index, rank: EXACT });
      else if (!weak.includes(name))
        found.push({ column: index, rank: isCustom(headings[index]) ? CUSTOM : USUAL });
    }
  }
  weak.forEach((name, order) => {
    for (const index of byKey.get(name) ?? []) found.push({ column: index, rank: WEAK + order });
  });
  // `Amount (EUR)` is the amount where nothing else is.
  const ofMoney = column.kind === "money" ? [...names] : [];
  for (const index of ofMoney.flatMap((name) => byMoneyKey.get(name) ?? []))
    found.push({ column: index, rank: WEAK + weak.length });
  return found;
}
