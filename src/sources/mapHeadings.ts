import type { AnyTable } from "../tables/catalog.ts";
import { headingKey } from "../tables/reading/header.ts";
import { headingOfMoney } from "../tables/reading/headingCurrency.ts";
import type { SourceTable } from "./source.ts";

export type MappedHeading = {
  /** Column index in the file, from 0. */
  readonly index: number;
  readonly heading: string;
  readonly field: string | undefined;
  readonly how: "label" | "alias" | "answer" | "unmapped";
};

/** Several columns that claim one field with equal right. */
export type Conflict = {
  readonly field: string;
  readonly label: string;
  readonly indexes: readonly number[];
};

/** A column that would have given a field, had the source not named another one first. */
export type PassedOver = {
  readonly field: string;
  readonly label: string;
  readonly index: number;
  readonly taken: number;
};

export type HeadingMap = {
  readonly headings: readonly MappedHeading[];
  readonly conflicts: readonly Conflict[];
  readonly passedOver: readonly PassedOver[];
};

type Claim = {
  readonly field: string;
  readonly rank: number;
  readonly how: "label" | "alias";
  /** The name as it is listed, `__c` and `property_` included. */
  readonly name: string;
};

/** Claims below this rank come from the source's own list, in its order of preference. */
const LISTED = 1000;
const OWN_NAME = LISTED;
const ALIAS = LISTED + 1;
const WEAK = LISTED + 2;
/** Behind all weak names. */
const LAST = 2 * LISTED;

/**
 * Finds the field of each heading. The source's names come first, in their order; then the table's label, its
 * field, its aliases; its weak aliases only where nothing else claims the field. `chosen` holds what a person
 * answered: column index by field, or -1 for none of them.
 */
export function mapHeadings(
  table: AnyTable,
  sourceTable: SourceTable | undefined,
  headings: readonly string[],
  chosen: ReadonlyMap<string, number>,
): HeadingMap {
  const claims = claimsByKey(table, sourceTable);
  const byField = new Map<string, { index: number; claim: Claim }[]>();
  headings.forEach((heading, index) => {
    const claim =
      best(claims.get(headingKey(heading)), exactKey(heading)) ??
      claimOfMoney(table, claims, heading);
    if (claim) byField.set(claim.field, [...(byField.get(claim.field) ?? []), { index, claim }]);
  });
  const fieldOf = new Map<number, { field: string; how: MappedHeading["how"] }>();
  const conflicts: Conflict[] = [];
  const passedOver: PassedOver[] = [];
  for (const column of table.columns) {
    const answer = chosen.get(column.field);
    if (answer !== undefined) {
      if (answer >= 0) fieldOf.set(answer, { field: column.field, how: "answer" });
      continue;
    }
    const claimed = byField.get(column.field) ?? [];
    const rivals = strongest(claimed);
    const [first] = rivals;
    if (!first) continue;
    if (rivals.length > 1)
      conflicts.push({
        field: column.field,
        label: column.label,
        indexes: rivals.map(({ index }) => index),
      });
    else if (!fieldOf.has(first.index)) {
      fieldOf.set(first.index, { field: column.field, how: first.claim.how });
      const { field, label } = column;
      const others = claimed.filter((one) => one !== first && one.claim.rank < LISTED);
      passedOver.push(...others.map(({ index }) => ({ field, label, index, taken: first.index })));
    }
  }
  return {
    headings: headings.map((heading, index) => {
      const found = fieldOf.get(index);
      return { index, heading, field: found?.field, how: found?.how ?? "unmapped" };
    }),
    conflicts,
    passedOver: passedOver.filter(({ index }) => !fieldOf.has(index)),
  };
}

/**
 * Of the names that a source lists, which say one thing in several ways, the best counts. It does not beat a strong
 * name that is not listed, and neither does the table's label: those are rivals. Weak names
 * come last, in their order.
 */
function strongest<T extends { claim: Claim }>(found: readonly T[]): T[] {
  let listed = LISTED;
  for (const { claim } of found) listed = Math.min(listed, claim.rank);
  const strong = found.filter(
    ({ claim: { rank } }) => rank === listed || (rank >= LISTED && rank < WEAK),
  );
  if (strong.length > 0) return strong;
  const least = Math.min(...found.map(({ claim }) => claim.rank));
  return found.filter(({ claim }) => claim.rank === least);
}

/** `Amount (EUR)` is the amount where no other column is. */
function claimOfMoney(
  table: AnyTable,
  claims: ReadonlyMap<string, readonly Claim[]>,
  heading: string,
): Claim | undefined {
  const money = headingOfMoney(heading);
  if (!money) return undefined;
  const claim = best(claims.get(headingKey(money.rest)), exactKey(money.rest));
  const isMoney = ({ field, kind }: AnyTable["columns"][number]) =>
    field === claim?.field && kind === "money";
  return claim && table.columns.some(isMoney) ? { ...claim, rank: LAST, how: "alias" } : undefined;
}

function exactKey(heading: string): string {
  return heading.toLowerCase().replace(/[^a-z0-9]+/g, "");
}

/** Of listed names that differ in punctuation alone, such as `CreatedDate` and `CreatedDate__c`, the exact one counts. */
function best(claims: readonly Claim[] | undefined, heading: string): Claim | undefined {
  let found: Claim | undefined;
  for (const claim of claims ?? []) {
    const rank = claim.rank < LISTED && claim.name !== heading ? claim.rank + 0.5 : claim.rank;
    if (!found || rank < found.rank) found = { ...claim, rank };
  }
  return found;
}

function claimsByKey(table: AnyTable, sourceTable: SourceTable | undefined): Map<string, Claim[]> {
  const claims = new Map<string, Claim[]>();
  const ignored = new Set((sourceTable?.ignored ?? []).map(headingKey));
  const claim = (heading: string, field: string, rank: number, how: Claim["how"]) => {
    const key = headingKey(heading);
    if (key === "" || (rank >= LISTED && ignored.has(key))) return;
    claims.set(key, [...(claims.get(key) ?? []), { field, rank, how, name: exactKey(heading) }]);
  };
  for (const column of table.columns) {
    if (column.need === "derived") continue;
    const own = [headingKey(column.label), headingKey(column.field)];
    (sourceTable?.headings[column.field] ?? []).forEach((heading, rank) => {
      claim(heading, column.field, rank, own.includes(headingKey(heading)) ? "label" : "alias");
    });
    claim(column.label, column.field, OWN_NAME, "label");
    claim(column.field, column.field, OWN_NAME, "label");
    for (const alias of column.aliases) claim(alias, column.field, ALIAS, "alias");
    (column.weakAliases ?? []).forEach((alias, order) => {
      claim(alias, column.field, WEAK + order, "alias");
    });
  }
  return claims;
}

/** Every heading that some table knows by label, field or alias. */
export function knownHeadings(
  tables: readonly AnyTable[],
  sourceTables: readonly SourceTable[],
): Set<string> {
  const known = new Set<string>();
  for (const table of tables) {
    for (const { label, field, aliases } of table.columns) {
      for (const heading of [label, field, ...aliases]) known.add(headingKey(heading));
    }
  }
  for (const { headings } of sourceTables) {
    for (const list of Object.values(headings))
      for (const heading of list) known.add(headingKey(heading));
  }
  known.delete("");
  return known;
}
