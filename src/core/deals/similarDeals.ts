import { amountQuarters } from "./amountQuarters.ts";

/** What deals are compared by. */
type Trait = "segment" | "size" | "type" | "source";

export type Comparable = {
  readonly segment: string | undefined;
  readonly type: string | undefined;
  readonly source: string | undefined;
  /** In one currency. */
  readonly amount: number | undefined;
};

export type ClosedDeal = Comparable & { readonly won: boolean };

export type SimilarDeals<Row> = {
  readonly closed: number;
  readonly won: number;
  /** What they share with the deal; empty when all closed deals are compared. */
  readonly alike: readonly Trait[];
  readonly rows: readonly Row[];
};

/** The closest likeness first; the last compares with every closed deal. */
const LADDER: readonly (readonly Trait[])[] = [
  ["segment", "size", "type", "source"],
  ["segment", "size", "type"],
  ["segment", "type"],
  ["segment", "size"],
  ["type"],
  ["segment"],
  ["size"],
  [],
];

function traitOf(trait: Trait, deal: Comparable, bounds: readonly number[]): string | undefined {
  if (trait !== "size") {
    const text = deal[trait]?.trim().toLowerCase();
    return text === "" ? undefined : text;
  }
  const { amount } = deal;
  if (amount === undefined || bounds.length === 0) return undefined;
  return String(bounds.filter((bound) => amount >= bound).length);
}

/**
 * Finds the closed deals most like a deal: of the same segment, size (quarter of the closed deals' amounts), type and
 * source where at least `least` of them closed, else alike in less, at last all closed deals. Undefined when fewer than
 * `least` closed at all.
 */
export function similarDeals<Row extends ClosedDeal>(
  closed: readonly Row[],
  least = 10,
): (deal: Comparable) => SimilarDeals<Row> | undefined {
  const bounds = amountQuarters(
    closed.flatMap(({ amount }) => (amount === undefined ? [] : [amount])),
  );
  const keyOf = (traits: readonly Trait[], deal: Comparable): string | undefined => {
    const values = traits.map((trait) => traitOf(trait, deal, bounds));
    return values.includes(undefined) ? undefined : values.join("\n");
  };
  const groups = LADDER.map((traits) => {
    const byKey = new Map<string, { rows: Row[]; won: number }>();
    for (const row of closed) {
      const key = keyOf(traits, row);
      if (key === undefined) continue;
      const group = byKey.get(key) ?? { rows: [], won: 0 };
      group.rows.push(row);
      if (row.won) group.won++;
      byKey.set(key, group);
    }
    return { traits, byKey };
  });
  return (deal) => {
    for (const { traits, byKey } of groups) {
      const key = keyOf(traits, deal);
      const group = key === undefined ? undefined : byKey.get(key);
      if (group === undefined || group.rows.length < least) continue;
      const { rows, won } = group;
      return { closed: rows.length, won, alike: traits, rows };
    }
    return undefined;
  };
}
