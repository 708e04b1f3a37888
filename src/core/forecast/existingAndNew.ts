/** Open deals of one kind, such as a stage, at one point of a period, and what they brought until its end. */
export type OpenKind = {
  readonly kind: string;
  /** Kinds of one family, such as all stages of deals that are due, are drawn towards one another. */
  readonly family: string;
  readonly deals: number;
  readonly amount: number;
  readonly came: number;
};

export type PastPoint = {
  readonly kinds: readonly OpenKind[];
  /** What came beyond the deals that were open: mostly deals that did not exist yet. */
  readonly beyond: number;
};

/** A kind's own share counts as much as that of its family once it was measured on so many deals. */
const BELIEF = 20;

/**
 * Forecast of what still comes in a period: from the deals that are open, by the share that came of deals of their kind
 * at the same point of past periods, drawn towards that of their family where these were few; and new business at its
 * past average. Undefined without a past period.
 */
export function existingAndNew(
  now: readonly Omit<OpenKind, "came">[],
  past: readonly PastPoint[],
): { readonly existing: number; readonly created: number } | undefined {
  if (past.length === 0) return undefined;
  const kinds = new Map<string, Sum>();
  const families = new Map<string, Sum>();
  for (const { kinds: list } of past)
    for (const one of list) {
      add(kinds, one.kind, one);
      add(families, one.family, one);
    }
  let existing = 0;
  for (const { kind, family, amount } of now) {
    const all = families.get(family);
    if (!all) continue;
    const shared = all.amount > 0 ? all.came / all.amount : 0;
    const own = kinds.get(kind);
    const weight = own ? own.deals / (own.deals + BELIEF) : 0;
    const share = own && own.amount > 0 ? own.came / own.amount : shared;
    existing += amount * (weight * share + (1 - weight) * shared);
  }
  const created = past.reduce((sum, { beyond }) => sum + beyond, 0) / past.length;
  return { existing, created };
}

type Sum = { deals: number; amount: number; came: number };

function add(sums: Map<string, Sum>, key: string, one: Sum): void {
  const sum = sums.get(key) ?? { deals: 0, amount: 0, came: 0 };
  sums.set(key, sum);
  sum.deals += one.deals;
  sum.amount += one.amount;
  sum.came += one.came;
}
