/** Numbers that people type to get past a required field. */
const FILLER = /^(\d)\1+$|^(?:0?123456789|1234567890?|9876543210)$/;
const LAST = 10;
const LEAST = 7;

/** The last ten digits of a telephone number, its extension aside; blank below seven digits and for filler. */
export function phoneKey(phone: string | undefined): string {
  const digits = (phone ?? "").replace(/\s*(?:x|ext\.?|#)\s*\d+\s*$/i, "").replace(/\D/g, "");
  if (digits.length < LEAST || FILLER.test(digits)) return "";
  // A trunk zero is dialled only within the country: +49 30 123456 is 030 123456.
  const national = digits.length <= LAST ? digits.replace(/^0+/, "") : digits.slice(-LAST);
  return national.length < LEAST ? "" : national;
}
