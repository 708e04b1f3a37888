const LONGEST_PREFIX = 4;
const PREFIX_WEIGHT = 0.1;
/** Winkler's bonus for a common beginning is for texts that are alike anyway. */
const BONUS_FROM = 0.7;
const MOST_CHARACTERS = 64;

const taken = new Uint8Array(MOST_CHARACTERS);
const matched = new Uint8Array(MOST_CHARACTERS);

/**
 * Number of equal characters not further apart than a window; marks them in `matched` and `taken`. 0 as soon as fewer
 * than `least` can be reached.
 */
function countMatches(
  a: string,
  b: string,
  lengthA: number,
  lengthB: number,
  least: number,
): number {
  const window = Math.max(0, (Math.max(lengthA, lengthB) >> 1) - 1);
  let matches = 0;
  taken.fill(0, 0, lengthB);
  for (let at = 0; at < lengthA; at++) {
    const code = a.charCodeAt(at);
    const last = Math.min(lengthB - 1, at + window);
    matched[at] = 0;
    for (let other = Math.max(0, at - window); other <= last; other++) {
      if (taken[other] === 1 || b.charCodeAt(other) !== code) continue;
      taken[other] = 1;
      matched[at] = 1;
      matches++;
      break;
    }
    if (matches + lengthA - at - 1 < least) return 0;
  }
  return matches;
}

/** Matched characters that stand in another order. */
function countOutOfOrder(a: string, b: string, lengthA: number): number {
  let [outOfOrder, other] = [0, 0];
  for (let at = 0; at < lengthA; at++) {
    if (matched[at] === 0) continue;
    while (taken[other] === 0) other++;
    if (a.charCodeAt(at) !== b.charCodeAt(other)) outOfOrder++;
    other++;
  }
  return outOfOrder;
}

function commonPrefix(a: string, b: string): number {
  let prefix = 0;
  while (
    prefix < LONGEST_PREFIX &&
    prefix < a.length &&
    a.charCodeAt(prefix) === b.charCodeAt(prefix)
  )
    prefix++;
  return prefix;
}

function likeness(a: string, b: string, prefix: number, leastJaro: number): number {
  const lengthA = Math.min(a.length, MOST_CHARACTERS);
  const lengthB = Math.min(b.length, MOST_CHARACTERS);
  if (lengthA === 0 || lengthB === 0) return 0;
  // With all of them in order; a little less, so that rounding never decides.
  const least = (3 * leastJaro - 1) / (1 / lengthA + 1 / lengthB) - 1e-6;
  if (least > Math.min(lengthA, lengthB)) return 0;
  const matches = countMatches(a, b, lengthA, lengthB, least);
  if (matches === 0) return 0;
  const inOrder = matches - countOutOfOrder(a, b, lengthA) / 2;
  const jaro = (matches / lengthA + matches / lengthB + inOrder / matches) / 3;
  return jaro <= BONUS_FROM ? jaro : jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
}

/** How alike two texts are, 0 to 1, after Jaro and Winkler; only their first 64 characters are looked at. */
export function jaroWinkler(a: string, b: string): number {
  return a === b ? 1 : likeness(a, b, commonPrefix(a, b), 0);
}

/** Whether two texts are as alike as `from`; most that are not are found out after a few characters. */
export function isAlike(a: string, b: string, from: number): boolean {
  if (a === b) return true;
  const prefix = commonPrefix(a, b);
  const bonus = prefix * PREFIX_WEIGHT;
  return likeness(a, b, prefix, (from - bonus) / (1 - bonus)) >= from;
}
