/** Letters and digits alone; a US code of nine digits counts as its first five. */
function plainCode(text: string): string {
  const code = text.trim().toUpperCase();
  const long = /^(\d{4,5})-\d{4}$/.exec(code) ?? /^(\d{5})\d{4}$/.exec(code);
  return (long?.[1] ?? code).replace(/[^0-9A-Z]/g, "");
}

const isDigits = (code: string) => /^\d+$/.test(code);

/** Negative, 0 or positive: whether a code comes before a bound, within it or after it. */
function compare(code: string, bound: string): number {
  // Tools that take codes for numbers lose leading zeros; as numbers, 1001 and 01001 are the same.
  if (isDigits(code) && isDigits(bound)) return Number(code) - Number(bound);
  const start = code.slice(0, bound.length);
  if (isDigits(start) && isDigits(bound)) return Number(start) - Number(bound);
  return start < bound ? -1 : Number(start > bound);
}

/**
 * Whether a postal code lies from one code to another, both included. Codes of digits are compared as numbers, so that
 * lost leading zeros do no harm; codes with letters by their beginning, so that `SW` to `SW` takes in `SW1A 1AA`.
 * Case, spaces and hyphens do not matter. A blank `to` is the same as `from`; a blank code lies nowhere.
 */
export function inPostalRange(code: string, from: string, to: string): boolean {
  const plain = plainCode(code);
  const [first, last] = [plainCode(from), plainCode(to === "" ? from : to)];
  if (plain === "" || first === "") return false;
  return compare(plain, first) >= 0 && compare(plain, last) <= 0;
}

/** True when the range ends before it begins. */
export function isReversedRange(from: string, to: string): boolean {
  const [first, last] = [plainCode(from), plainCode(to === "" ? from : to)];
  return first !== "" && compare(first, last) > 0;
}
