import { domainName } from "./domainName.ts";
import { isAlike } from "./jaroWinkler.ts";
import { isFreeMail } from "./mailAddress.ts";
import { CLOSE, type Comparison, DIFFERENT, type MatchField, MISSING, SAME } from "./matchField.ts";
import { isOneEdit } from "./oneEdit.ts";

/** Likeness from which two names count as one with a typing error. */
export const ALIKE = 0.9;
/** Codes and local parts shorter than this say too little when one character differs. */
const LEAST_CODE = 4;

/** True for `R` and `Robert`. */
export const isInitial = (a: string, b: string): boolean =>
  (a.length === 1 || b.length === 1) && a.charCodeAt(0) === b.charCodeAt(0);

/** Longer than this, what one name has beyond the other is no typing error but a word. */
const MOST_BEYOND = 2;

const numbersIn = (text: string): string => (text.match(/\d+/g) ?? []).join(" ");

/**
 * One typing error, or the same mailbox name at another domain of the company or at a free mail service. A number tells
 * namesakes apart: `ann.lee2` is there because `ann.lee` was taken.
 */
function isCloseMail(a: string, b: string): boolean {
  const [one, oneDomain = ""] = a.split("@");
  const [other, otherDomain = ""] = b.split("@");
  if (one === undefined || one.length < LEAST_CODE) return false;
  if (one !== other) return isOneEdit(a, b) && numbersIn(a) === numbersIn(b);
  return (
    isFreeMail(oneDomain) ||
    isFreeMail(otherDomain) ||
    domainName(oneDomain) === domainName(otherDomain)
  );
}

function isNear(a: string, b: string, near: number, share: boolean): boolean {
  const [one, other] = [Number(a), Number(b)];
  const limit = share ? near * Math.max(Math.abs(one), Math.abs(other)) : near;
  return Math.abs(one - other) <= limit;
}

/** Typing errors stand within words: another word makes another company, as `Nord Foods` is not `Nord Studios`. */
function isNearCompany(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > MOST_BEYOND || numbersIn(a) !== numbersIn(b)) return false;
  if (!isAlike(a, b, ALIKE)) return false;
  const [ones, others] = [wordsOf(a), wordsOf(b)];
  return (
    ones.length !== others.length ||
    ones.every((one, at) => {
      const other = others[at] ?? "";
      return one === other || isOneEdit(one, other) || isAlike(one, other, ALIKE);
    })
  );
}

const wordsOf = (text: string): readonly string[] => text.split(/[ .-]+/);

const isClose: Readonly<Record<Comparison, (a: string, b: string, near: number) => boolean>> = {
  name: (a, b) => isAlike(a, b, ALIKE),
  first: (a, b) => isInitial(a, b) || isAlike(a, b, ALIKE),
  title: (a, b) => isAlike(a, b, ALIKE) && numbersIn(a) === numbersIn(b),
  company: isNearCompany,
  code: (a, b) => a.length >= LEAST_CODE && isOneEdit(a, b),
  email: isCloseMail,
  day: (a, b, near) => isNear(a, b, near, false),
  number: (a, b, near) => isNear(a, b, near, true),
};

/** A field's texts as small numbers: equal texts have equal numbers, 0 is blank. */
export type CodedField = {
  readonly field: MatchField;
  readonly columns: readonly Int32Array[];
  readonly texts: readonly string[];
  /** How many records hold each text. */
  readonly holders: Int32Array;
  /** Records that hold any. */
  readonly filled: number;
  /** Where the field depends on another one: records with the same text there have equal numbers, 0 is blank. */
  readonly circles: Int32Array | undefined;
};

/** Equal texts as equal numbers; undefined where all are blank. */
function circlesOf(texts: readonly string[] | undefined, size: number): Int32Array | undefined {
  if (texts === undefined || texts.every((text) => text === "")) return undefined;
  const numbers = new Map<string, number>([["", 0]]);
  const coded = new Int32Array(size);
  for (let at = 0; at < size; at++) coded[at] = numberOf(numbers, texts[at] ?? "");
  return coded;
}

function numberOf(numbers: Map<string, number>, text: string): number {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  numbers.set(text, numbers.size);
  return numbers.size - 1;
}

export function codeField(field: MatchField, size: number): CodedField {
  const numbers = new Map<string, number>([["", 0]]);
  const columns = field.columns.map((column) => {
    const coded = new Int32Array(size);
    for (let at = 0; at < size; at++) coded[at] = numberOf(numbers, column[at] ?? "");
    return coded;
  });
  const texts = [...numbers.keys()];
  const holders = new Int32Array(texts.length);
  let filled = 0;
  for (let at = 0; at < size; at++) {
    let isFilled = false;
    for (const [index, column] of columns.entries()) {
      const number = column[at] ?? 0;
      if (number === 0) continue;
      isFilled = true;
      if (columns.slice(0, index).some((earlier) => earlier[at] === number)) continue;
      holders[number] = (holders[number] ?? 0) + 1;
    }
    if (isFilled) filled++;
  }
  return { field, columns, texts, holders, filled, circles: circlesOf(field.within?.texts, size) };
}

/** Same, close or different for two texts that are both filled. */
function levelOf({ field, texts }: CodedField, one: number, other: number): number {
  if (one === other) return SAME;
  const close = isClose[field.compare](texts[one] ?? "", texts[other] ?? "", field.near ?? 0);
  return close ? CLOSE : DIFFERENT;
}

/** The best that two records' values of a field say: missing, same, close or different. */
export function compareField(coded: CodedField, a: number, b: number): number {
  let best = MISSING;
  for (const left of coded.columns) {
    const one = left[a] ?? 0;
    if (one === 0) continue;
    for (const right of coded.columns) {
      const other = right[b] ?? 0;
      if (other === 0 || (best === CLOSE && one !== other)) continue;
      const level = levelOf(coded, one, other);
      if (level === SAME) return SAME;
      best = level;
    }
  }
  return best;
}

/** Of the values that two records share, the one that fewest records hold; 0 when they share none. */
export function sharedValue({ columns, holders }: CodedField, a: number, b: number): number {
  let found = 0;
  for (const left of columns) {
    const one = left[a] ?? 0;
    if (one === 0 || columns.every((right) => right[b] !== one)) continue;
    if (found === 0 || (holders[one] ?? 0) < (holders[found] ?? 0)) found = one;
  }
  return found;
}
