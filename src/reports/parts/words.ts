import { type Day, isoFromDay, partsOfDay } from "../../core/calendar/day.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const MONTH_NAME = new RegExp(`\\b(?:${MONTHS.join("|")})\\b`, "g");

/** What parts whole numbers from decimals, and thousands; the short names of the months. */
export type NumberSigns = {
  readonly decimal: string;
  readonly group: string;
  readonly months: readonly string[];
};

const ENGLISH: NumberSigns = { decimal: ".", group: ",", months: MONTHS };
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
    const tag = locale.replace(/_/g, "-");
    const parts = new Intl.NumberFormat(tag).formatToParts(1234567.8);
    const sign = (wanted: string) => parts.find(({ type }) => type === wanted)?.value;
    return { decimal: sign("decimal") ?? ".", group: sign("group") ?? "", months: monthsIn(tag) };
  } catch {
    return ENGLISH;
  }
}

const DAY_MILLISECONDS = 86_400_000;

/** `Mai`, `Okt`: as the spreadsheet writes them in dates beside the sentences. English ones stay as they are everywhere. */
function monthsIn(tag: string): readonly string[] {
  if (/^en\b/i.test(tag)) return MONTHS;
  const format = new Intl.DateTimeFormat(tag, { month: "short", timeZone: "UTC" });
  // The middle of each month of 1970.
  return MONTHS.map((_, index) =>
    format.format((index * 30.5 + 15) * DAY_MILLISECONDS).replace(/\.$/, ""),
  );
}

/** A text with English short names of months, such as the title of a period, in the months of the locale. */
export const sayMonths = (text: string): string =>
  text.replace(MONTH_NAME, (name) => signs.months[MONTHS.indexOf(name)] ?? name);

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

/** Three significant digits with B, M or k, and the currency in front where there is one: `USD 2.31 M`. */
export function sayMoney(value: number, currency: string): string {
  const size = Math.abs(value);
  const scaled = (unit: number) => {
    const short = value / unit;
    return sayNumber(short, Math.abs(short) >= 99.95 ? 0 : Math.abs(short) >= 9.995 ? 1 : 2);
  };
  let text = sayNumber(value, 0);
  if (size >= 999_500_000) text = `${scaled(1_000_000_000)} B`;
  else if (size >= 999_500) text = `${scaled(1_000_000)} M`;
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

/** The line under a table of the first rows: `3 more deals of less value`; undefined where none is left out. */
export function sayHidden(
  count: number,
  singular: string,
  rest = "",
  plural?: string,
): string | undefined {
  if (count <= 0) return undefined;
  return `${sayCount(count, singular, plural)}${rest === "" ? "" : ` ${rest}`}`;
}

export const sayDay = (day: Day): string => isoFromDay(day);

export function sayMonth(day: Day): string {
  const { year, month } = partsOfDay(day);
  return `${signs.months[month - 1]} ${year}`;
}

/** `1 Jun`, without the year. */
export function sayDayOfMonth(day: Day): string {
  const { month, date } = partsOfDay(day);
  return `${date} ${signs.months[month - 1]}`;
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
