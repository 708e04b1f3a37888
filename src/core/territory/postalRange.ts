/** A postal code as ranges compare it. */
export type PostalCode = {
  /** Letters and digits alone. */
  readonly text: string;
  /** Undefined when there are letters in it. */
  readonly number: number | undefined;
};

/** Reads a postal code; case, spaces and hyphens do not matter. A US code of nine digits counts as its first five. */
export function postalCode(text: string): PostalCode {
  const code = text.trim().toUpperCase();
  const long = /^(\d{4,5})-\d{4}$/.exec(code) ?? /^(\d{5})\d{4}$/.exec(code);
  return codeOf((long?.[1] ?? code).replace(/[^0-9A-Z]/g, ""));
}

function codeOf(text: string): PostalCode {
  return { text, number: /^\d+$/.test(text) ? Number(text) : undefined };
}

/** Negative, 0 or positive: whether a code comes before a bound, within it or after it. */
function compare(code: PostalCode, bound: PostalCode): number {
  // Tools that take codes for numbers lose leading zeros; as numbers, 1001 and 01001 are the same.
  if (code.number !== undefined && bound.number !== undefined) return code.number - bound.number;
  const start = codeOf(code.text.slice(0, bound.text.length));
  if (start.number !== undefined && bound.number !== undefined) return start.number - bound.number;
  return start.text < bound.text ? -1 : Number(start.text > bound.text);
}

/**
 * Prepares the question whether a postal code lies from one code to another, both included. Codes of digits are
 * compared as numbers, so that lost leading zeros do no harm; codes with letters by their beginning, so that `SW` to
 * `SW` takes in `SW1A 1AA`. A blank `to` is the same as `from`; a blank code lies nowhere.
 */
export function postalRange(from: string, to: string): (code: PostalCode) => boolean {
  const [first, last] = [postalCode(from), postalCode(to === "" ? from : to)];
  if (first.text === "") return () => false;
  return (code) => code.text !== "" && compare(code, first) >= 0 && compare(code, last) <= 0;
}

/** True when the range ends before it begins. */
export function isReversedRange(from: string, to: string): boolean {
  const [first, last] = [postalCode(from), postalCode(to === "" ? from : to)];
  return first.text !== "" && compare(first, last) > 0;
}
