import { type CodedField, compareField } from "./compareField.ts";

/** Shares of same, close and different values. */
export type Shares = readonly [same: number, close: number, different: number];

/** How many pairs the beliefs held beforehand are worth where agreement by chance is counted. */
const BLIND_BELIEF = 10;
/** The same for equal values, which are counted over all pairs: short lists hold too few names to tell how common they are. */
const SAME_BELIEF = 500;
/** More pairs than these make no count better. */
const MOST_PAIRS = 20_000;
const LEAST = 0.001;

export const pairsOf = (records: number): number => (records * (records - 1)) / 2;

/** Agreement by chance as it is believed before any data is seen. */
export function believedChances({ field, circles }: CodedField): Shares {
  const chance = circles === undefined ? field.chance : (field.within?.chance ?? field.chance);
  return [chance, chance, Math.max(LEAST, 1 - 2 * chance)];
}

/** Counts with what is believed beforehand mixed in as so many more. */
export function mixedShares(counts: readonly number[], belief: Shares, worth: number): Shares {
  const [same = 0, close = 0, different = 0] = counts;
  const all = same + close + different + worth;
  return [
    (same + worth * belief[0]) / all,
    (close + worth * belief[1]) / all,
    (different + worth * belief[2]) / all,
  ];
}

/** All pairs of a short list, a sample even over a long one. */
function blindPairs(size: number, visit: (a: number, b: number) => void): void {
  if (pairsOf(size) <= MOST_PAIRS) {
    for (let b = 1; b < size; b++) for (let a = 0; a < b; a++) visit(a, b);
    return;
  }
  for (let pair = 0; pair < MOST_PAIRS; pair++) {
    const a = pair % size;
    const step = (Math.floor(pair / size) * 7919 + a * 31) % (size - 1);
    visit(a, (a + 1 + step) % size);
  }
}

/** Places of the records of each circle. */
function membersOf(circles: Int32Array): readonly (readonly number[])[] {
  const members = new Map<number, number[]>();
  for (let at = 0; at < circles.length; at++) {
    const circle = circles[at] ?? 0;
    if (circle === 0) continue;
    const known = members.get(circle);
    if (known === undefined) members.set(circle, [at]);
    else known.push(at);
  }
  return [...members.values()];
}

/** The same of pairs that stand in one circle; where these are many, every so-manieth. */
function circlePairs(circles: Int32Array, visit: (a: number, b: number) => void): void {
  const members = membersOf(circles);
  const all = members.reduce((sum, { length }) => sum + pairsOf(length), 0);
  const every = Math.max(1, Math.ceil(all / MOST_PAIRS));
  let pair = 0;
  for (const records of members) {
    const end = pairsOf(records.length);
    for (; pair < end; pair += every) {
      // Pairs are numbered (0,1), (0,2), (1,2), (0,3) …
      let b = Math.floor((1 + Math.sqrt(1 + 8 * pair)) / 2);
      if (pairsOf(b) > pair) b--;
      visit(records[pair - pairsOf(b)] ?? 0, records[b] ?? 0);
    }
    pair -= end;
  }
}

/** Pairs that could agree, and those that hold the same value; with circles those of one circle alone. */
function samePairs({ columns, circles, holders, filled }: CodedField) {
  if (circles === undefined) {
    let same = 0;
    for (let value = 1; value < holders.length; value++) same += pairsOf(holders[value] ?? 0);
    return { same, all: pairsOf(filled) };
  }
  const [inCircle, alike] = [new Map<number, number>(), new Map<number, number>()];
  for (let at = 0; at < circles.length; at++) {
    const circle = circles[at] ?? 0;
    const values = new Set(columns.map((column) => column[at] ?? 0));
    values.delete(0);
    if (circle === 0 || values.size === 0) continue;
    inCircle.set(circle, (inCircle.get(circle) ?? 0) + 1);
    for (const value of values) {
      const key = circle * holders.length + value;
      alike.set(key, (alike.get(key) ?? 0) + 1);
    }
  }
  const sum = (counts: ReadonlyMap<number, number>) => {
    let pairs = 0;
    for (const count of counts.values()) pairs += pairsOf(count);
    return pairs;
  };
  return { same: sum(alike), all: sum(inCircle) };
}

/**
 * How records agree in a field by chance: what pairs put together blindly show; same values are counted over all pairs.
 * Of a field that depends on another one, such as the owner of a deal on its account, pairs within that one count.
 * The result takes the equal values of pairs that turned out to be duplicates, which are left out.
 */
export function chanceOf(coded: CodedField, size: number): (sameAmongDuplicates: number) => Shares {
  const counts = [0, 0, 0];
  const count = (a: number, b: number) => {
    const level = compareField(coded, a, b);
    if (level !== 0) counts[level - 1] = (counts[level - 1] ?? 0) + 1;
  };
  if (coded.circles === undefined) blindPairs(size, count);
  else circlePairs(coded.circles, count);
  const belief = believedChances(coded);
  const close = mixedShares(counts, belief, BLIND_BELIEF)[1];
  const { same, all } = samePairs(coded);
  return (sameAmongDuplicates) => {
    const others = Math.max(0, same - sameAmongDuplicates);
    const share = (others + SAME_BELIEF * belief[0]) / (all + SAME_BELIEF);
    return [share, close, Math.max(LEAST, 1 - share - close)];
  };
}
