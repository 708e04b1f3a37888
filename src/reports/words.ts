import { type Day, isoFromDay, partsOfDay } from "../core/calendar/day.ts";

/** What parts whole numbers from decimals, and thousands. */
export type NumberSigns = { readonly decimal: string; readonly group: string };

const ENGLISH: NumberSigns = { decimal: ".", group: "," };
let signs = ENGLISH;

/** Everything that is said while `work` runs has these signs: sentences read like the cells beside them. */
export function sayingWith<T>(wanted: NumberSigns, work: () => T): T {
  const before = signs;
  signs = wanted;
  try {
    return work();
  } finally {
    signs = before;
  }
}

/** The signs of a spreadsheet's locale, such as `de_DE`; English ones for a locale that nobody knows. */
export function numberSigns(locale: string): NumberSigns {
  try {
    const parts = new Intl.NumberFormat(locale.replace(/_/g, "-")).formatToParts(1234567.8);
    const sign = (wanted: string) => parts.find(({ type }) => type === wanted)?.value;
    return { decimal: sign("decimal") ?? ".", group: sign("group") ?? "" };
  } catch {
    return ENGLISH;
  }
}

/** Rounded as a spreadsheet rounds, by its decimal digits: 1.005 is 1.01 though its binary is a little less. */
function fixedText(size: number, decimals: number): string {
  const shifted = Number(`${size}e${decimals}`);
  return Number.isNaN(shifted)
    ? size.toFixed(decimals)
    : (Math.round(shifted) / 10 ** decimals).toFixed(decimals);
}

/** 1234567 as `1,234,567`; at most two decimals, none on whole numbers. */
export function sayNumber(value: number, decimals = 2): string {
  const fixed = fixedText(Math.abs(value), decimals);
  const [whole = "0", fraction = ""] = fixed.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, signs.group);
  const rest = fraction.replace(/0+$/, "");
  const text = rest === "" ? grouped : `${grouped}${signs.decimal}${rest}`;
  return value < 0 && Number(fixed) !== 0 ? `-${text}` : text;
}

/** Three significant digits with M or k, and the currency in front where there is one: `USD 2.31 M`. */
export function sayMoney(value: number, currency: string): string {
  const size = Math.abs(value);
  const scaled = (unit: number) => {
    const short = value / unit;
    return sayNumber(short, Math.abs(short) >= 99.95 ? 0 : Math.abs(short) >= 9.995 ? 1 : 2);
  };
  let text = sayNumber(value, 0);
  if (size >= 999_500) text = `${scaled(1_000_000)} M`;
  else if (size >= 9_999.5) text = `${scaled(1_000)} k`;
  return currency === "" ? text : `${currency} ${text}`;
}

/** 0.893 as `89 %`; one decimal below ten per cent. */
export function sayPercent(fraction: number): string {
  const percent = fraction * 100;
  return `${sayNumber(percent, Math.abs(percent) < 9.95 ? 1 : 0)} %`;
}

/** `1 deal`, `3 deals`; a plural of its own where `s` is wrong. */
export function sayCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${sayNumber(count, 0)} ${count === 1 ? singular : plural}`;
}

export const sayDay = (day: Day): string => isoFromDay(day);

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export function sayMonth(day: Day): string {
  const { year, month } = partsOfDay(day);
  return `${MONTHS[month - 1]} ${year}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function sayList(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}

/** At most so many characters, the last one an ellipsis when something was cut. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, Math.max(1, length - 1)).trimEnd()}…`;
}
