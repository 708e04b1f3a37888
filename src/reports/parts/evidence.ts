import type { Finding } from "../report.ts";

const MOST = 5;

/** The first records that a finding is about, and how many there are beside them. */
export function evidenceOf<Item>(
  records: readonly Item[],
  idOf: (record: Item) => string,
): Pick<Finding, "evidence" | "more"> {
  return {
    evidence: records.slice(0, MOST).map(idOf),
    more: Math.max(0, records.length - MOST),
  };
}

/** Who acts: the one owner of all records, or each of several; undefined where none is named. */
export function ownerOf(owners: Iterable<string | undefined>): string | undefined {
  const [only, ...others] = new Set(owners);
  return others.length > 0 ? "Each owner" : only || undefined;
}
