/** A number as a text writes it, before it is decided which sign is the decimal one. */
export type NumberText = {
  /** Digits with points and commas as they stand; no sign, no spaces. */
  readonly digits: string;
  readonly sign: 1 | -1;
  /** 1000 for `k`, a million for `M`, a thousand million for `bn`. */
  readonly factor: number;
  readonly isPercent: boolean;
  /** Currency sign or code beside the number, as a code where the sign has only one. */
  readonly currency: string | undefined;
};

const signs: Readonly<Record<string, string>> = {
  "€": "EUR",
  "£": "GBP",
  "₹": "INR",
  "₩": "KRW",
  "₽": "RUB",
  "₺": "TRY",
  "₪": "ILS",
  "฿": "THB",
  "₫": "VND",
  "₱": "PHP",
  "₦": "NGN",
  US$: "USD",
  R$: "BRL",
  A$: "AUD",
  C$: "CAD",
  HK$: "HKD",
  NZ$: "NZD",
  S$: "SGD",
  ZŁ: "PLN",
  KČ: "CZK",
  FT: "HUF",
  RS: "INR",
  "RS.": "INR",
  "FR.": "CHF",
};
export const currencyCodes =
  "USD|EUR|GBP|JPY|CHF|CAD|AUD|NZD|CNY|RMB|HKD|SGD|INR|BRL|MXN|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|TRY|ILS|ZAR|AED|SAR|KRW|TWD|THB|IDR|MYR|PHP|VND|ARS|CLP|COP|PEN|NGN|KES|EGP|UAH|RUB|ISK";
const currency = `(?:US|HK|NZ|[RACS])?\\$|[€£¥₹₩₽₺₪฿₫₱₦]|${currencyCodes}|kr\\.?|zł|Kč|Ft|Fr\\.|Rs\\.?`;
const factors: Readonly<Record<string, number>> = {
  k: 1e3,
  tsd: 1e3,
  m: 1e6,
  mm: 1e6,
  mn: 1e6,
  mio: 1e6,
  mil: 1e6,
  b: 1e9,
  bn: 1e9,
  mrd: 1e9,
};

const shape = new RegExp(
  `^(\\()?\\s*([-+−])?\\s*(${currency})?\\s*([-+−])?\\s*((?:\\d|[.,](?=\\d))[\\d.,'’\\s]*)(?:\\s*(k|tsd|mm|mn|mio|mil|mrd|m|bn|b)\\.?)?\\s*(%)?\\s*(${currency})?\\s*(-|−)?\\s*(\\))?$`,
  "i",
);

/** Takes a text apart that holds one number, with its currency, sign, magnitude and percent sign; undefined for any other. */
export function numberText(text: string): NumberText | undefined {
  const match = shape.exec(text);
  if (!match) return undefined;
  const [, open, signA, before, signB, body = "", magnitude, percent, after, signC, close] = match;
  if ((open === undefined) !== (close === undefined)) return undefined;
  const digits = ungrouped(body.trim());
  if (!/^[\d.,]+$/.test(digits)) return undefined;
  const minus = [signA, signB, signC].filter((sign) => sign === "-" || sign === "−").length;
  const found = before ?? after;
  return {
    digits: digits.replace(/[.,]$/, ""),
    sign: (minus + (open ? 1 : 0)) % 2 === 1 ? -1 : 1,
    factor: magnitude ? (factors[magnitude.toLowerCase()] ?? 1) : 1,
    isPercent: percent !== undefined,
    currency:
      found === undefined
        ? undefined
        : (signs[found.toUpperCase()] ?? signs[found] ?? found.toUpperCase()),
  };
}

/** Spaces and apostrophes can only part thousands. */
function ungrouped(body: string): string {
  return /[\s'’]/.test(body) ? body.replace(/(\d)[\s'’](?=\d{3}(?!\d))/g, "$1") : body;
}

export type DecimalEvidence = "." | "," | "none" | "point in doubt" | "comma in doubt";

/** Which sign is the decimal one, as far as these digits alone tell: `1.234` could be both. */
export function decimalEvidence(digits: string): DecimalEvidence {
  const point = digits.lastIndexOf(".");
  const comma = digits.lastIndexOf(",");
  if (point < 0 && comma < 0) return "none";
  if (point >= 0 && comma >= 0) return point > comma ? "." : ",";
  const sign = point >= 0 ? "." : ",";
  const first = digits.indexOf(sign);
  const last = Math.max(point, comma);
  if (first !== last) return sign === "." ? "," : ".";
  if (digits.length - last - 1 !== 3 || first === 0 || first > 3 || digits[0] === "0") return sign;
  return sign === "." ? "point in doubt" : "comma in doubt";
}

/** The value of the digits with that decimal sign; undefined where the other sign parts no thousands. */
export function valueOfDigits(digits: string, decimal: "." | ","): number | undefined {
  const grouping = decimal === "." ? "," : ".";
  const at = digits.indexOf(decimal);
  const whole = at < 0 ? digits : digits.slice(0, at);
  const rest = at < 0 ? "" : digits.slice(at + 1);
  if (!/^\d*$/.test(rest)) return undefined;
  if (whole.includes(grouping)) {
    const groups = whole.split(grouping);
    const last = groups.length - 1;
    // Indian figures part hundreds of thousands in twos: 12,34,567.
    if (
      groups.some(
        (group, index) =>
          !(index === last ? /^\d{3}$/ : index === 0 ? /^\d{1,3}$/ : /^\d{2,3}$/).test(group),
      )
    )
      return undefined;
    return Number(`${groups.join("")}.${rest || "0"}`);
  }
  return Number(`${whole || "0"}.${rest || "0"}`);
}
