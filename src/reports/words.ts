import { type Day, isoFromDay, partsOfDay } from "../core/calendar/day.ts";

/** 1234567 as `1,234,567`; at most two decimals, none on whole numbers. */
export function sayNumber(value: number, decimals = 2): string {
  const fixed = Math.abs(value).toFixed(decimals);
  const [whole = "0", fraction = ""] = fixed.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const rest = fraction.replace(/0+$/, "");
  const text = rest === "" ? grouped : `${grouped}.${rest}`;
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
