import type { Decision } from "./groupRecords.ts";

/**
 * What becomes of a pair that may be one: its records stand in one group, a person is asked, or what is said of other
 * pairs settles it. Pairs of one question hang together.
 */
export type PairPlace =
  | { readonly standing: "same" | "settled" }
  | { readonly standing: "ask"; readonly question: number };

/**
 * Where pairs stand, the likeliest first. Of records that may be one a person is asked no more often than it takes to
 * join them all: with A and B, and B and C, decided, A and C need no answer. Groups that hold records which somebody
 * told apart are no question either.
 */
export function placePairs(
  groups: readonly (readonly number[])[],
  pairs: readonly { readonly a: number; readonly b: number }[],
  decisions: readonly Decision[],
): readonly PairPlace[] {
  const groupOf = new Map<number, number>();
  for (const group of groups) for (const record of group) groupOf.set(record, group[0] ?? record);
  const ownGroup = (record: number) => groupOf.get(record) ?? record;
  const key = (a: number, b: number) => {
    const [one, other] = [ownGroup(a), ownGroup(b)];
    return `${Math.min(one, other)}-${Math.max(one, other)}`;
  };
  const apart = new Set(decisions.flatMap(({ a, b, isSame }) => (isSame ? [] : [key(a, b)])));
  const next = new Map<number, number>();
  const rootOf = (record: number): number => {
    const from = ownGroup(record);
    let root = from;
    for (let up = next.get(root); up !== undefined; up = next.get(root)) root = up;
    if (root !== from) next.set(from, root);
    return root;
  };
  const standings = pairs.map(({ a, b }) => {
    if (ownGroup(a) === ownGroup(b)) return "same";
    const [one, other] = [rootOf(a), rootOf(b)];
    if (one === other || apart.has(key(a, b))) return "settled";
    next.set(Math.max(one, other), Math.min(one, other));
    return "ask";
  });
  return standings.map((standing, at) =>
    standing === "ask" ? { standing, question: rootOf(pairs[at]?.a ?? 0) } : { standing },
  );
}
