/** Two records and how likely they are the same. */
export type Link = {
  readonly a: number;
  readonly b: number;
  readonly probability: number;
  /** True where likeliness alone is not enough: only a person takes the two for one. */
  readonly needsPerson?: boolean;
};

/** What people said about a pair: it holds whatever the data says. */
export type Decision = { readonly a: number; readonly b: number; readonly isSame: boolean };

export const MATCH_FROM = 0.9;
export const REVIEW_FROM = 0.5;

/** Groups above this are not compared record by record any more. */
const MOST_CROSS_PAIRS = 400;

/**
 * Groups of records that are one. The surest links come first. Two groups become one when a link between them is sure
 * and their records are, on average over all pairs across, more likely the same than not: so a chain of links does not
 * tie together records that contradict each other. Pairs decided as not the same never stand in one group.
 */
export function groupRecords(
  size: number,
  links: readonly Link[],
  decisions: readonly Decision[],
  probabilityOf: (a: number, b: number) => number,
  matchFrom = MATCH_FROM,
): readonly (readonly number[])[] {
  const groupOf = new Map<number, number[]>();
  const apart = new Map<number, Set<number>>();
  for (const { a, b, isSame } of decisions) {
    if (isSame || a === b) continue;
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      apart.set(one, (apart.get(one) ?? new Set()).add(other));
    }
  }
  const groupAt = (record: number): number[] => {
    const known = groupOf.get(record);
    if (known !== undefined) return known;
    const group = [record];
    groupOf.set(record, group);
    return group;
  };
  const isForbidden = (one: readonly number[], other: readonly number[]) =>
    apart.size > 0 && one.some((a) => other.some((b) => apart.get(a)?.has(b) === true));
  const agrees = (one: readonly number[], other: readonly number[]) => {
    const pairs = one.length * other.length;
    if (pairs === 1) return true;
    if (pairs > MOST_CROSS_PAIRS) return false;
    let sum = 0;
    for (const a of one) for (const b of other) sum += probabilityOf(a, b);
    return sum / pairs >= REVIEW_FROM;
  };
  const join = (a: number, b: number, isDecided: boolean) => {
    const [one, other] = [groupAt(a), groupAt(b)];
    if (one === other || isForbidden(one, other) || !(isDecided || agrees(one, other))) return;
    const [large, small] = one.length >= other.length ? [one, other] : [other, one];
    for (const record of small) {
      large.push(record);
      groupOf.set(record, large);
    }
  };
  for (const { a, b, isSame } of decisions) {
    if (isSame && a < size && b < size) join(a, b, true);
  }
  const sure = links
    .filter(({ probability, needsPerson }) => probability >= matchFrom && needsPerson !== true)
    .sort(
      (one, other) => other.probability - one.probability || one.a - other.a || one.b - other.b,
    );
  for (const { a, b } of sure) join(a, b, false);
  return [...new Set(groupOf.values())]
    .filter((group) => group.length > 1)
    .map((group) => [...group].sort((a, b) => a - b))
    .sort((one, other) => (one[0] ?? 0) - (other[0] ?? 0));
}
