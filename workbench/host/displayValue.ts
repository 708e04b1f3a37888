import { partsOfDay, SERIAL_OF_EPOCH, weekdayOf } from "../../src/core/calendar/day.ts";
import type { LocaleFacts } from "./localeFacts.ts";
import type { CellValue } from "./workbook.ts";

const LITERAL = /"[^"]*"|\\.|\[[^\]]*\]/g;

const dateFormats = new Map<string, boolean>();

/** True when a number under this format is a date, a time or both. */
export function isDateFormat(format: string | undefined): boolean {
  if (format === undefined) return false;
  const known = dateFormats.get(format);
  if (known !== undefined) return known;
  const bare = format.replace(/\[(h+|m+|s+)\]/gi, "$1").replace(LITERAL, "");
  const answer =
    /[ymdhs]/i.test(bare) && !/[0#?]/.test(bare.replace(/s\.0+/gi, "s")) && !/general/i.test(bare);
  dateFormats.set(format, answer);
  return answer;
}

/** What a cell shows: the value in its format and the spreadsheet's locale. */
export function displayValue(
  value: CellValue | undefined,
  format: string | undefined,
  facts: LocaleFacts,
): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return facts.truth[value ? 0 : 1];
  if (typeof value === "object") return value.error;
  if (format === undefined || format === "@" || /^general$/i.test(format))
    return plain(value, facts);
  if (isDateFormat(format)) return showDate(value, format, facts);
  return showNumber(value, format, facts);
}

function plain(value: number, facts: LocaleFacts): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 1e-9)) {
    return value
      .toExponential(5)
      .replace(/\.?0+e/, "e")
      .replace(/e([-+])(\d)$/, "e$10$2")
      .replace("e", "E")
      .replace(".", facts.decimal);
  }
  return String(
    Number(value.toPrecision(10).includes("e") ? value : Number(value.toFixed(10))),
  ).replace(".", facts.decimal);
}

function showNumber(value: number, format: string, facts: LocaleFacts): string {
  const sections = format.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const [positive = "", negative, zero] = sections;
  if (value < 0 && negative !== undefined) return section(-value, negative, facts);
  if (value === 0 && zero !== undefined) return section(0, zero, facts);
  const shown = section(Math.abs(value), positive, facts);
  return value < 0 && /[1-9]/.test(shown) ? `-${shown}` : shown;
}

/** One section of a number format: literals around one run of digit places. */
function section(size: number, format: string, facts: LocaleFacts): string {
  const tokens = format.match(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|[#0?,.]+(?:E[+-]?0+)?|[\s\S]/gi) ?? [];
  const percents = tokens.filter((token) => token === "%").length;
  let shown = "";
  let placed = false;
  for (const token of tokens) {
    if (/^[#0?]/.test(token) || /^[.,][#0?]/.test(token)) {
      shown += placed ? "" : digits(size * 100 ** percents, token, facts);
      placed = true;
    } else shown += literal(token);
  }
  return shown;
}

function literal(token: string): string {
  if (token.startsWith('"')) return token.slice(1, -1);
  if (token.startsWith("\\")) return token.slice(1);
  if (token.startsWith("[$")) return token.slice(2, -1).replace(/-[0-9A-Fa-f]+$/, "");
  if (token.startsWith("[") || token.startsWith("*")) return "";
  return token.startsWith("_") ? " " : token;
}

function digits(value: number, places: string, facts: LocaleFacts): string {
  const power = /E([+-]?)(0+)$/i.exec(places);
  const body = power ? places.slice(0, power.index) : places;
  // Commas behind the last place divide by a thousand each.
  const scale = /,*$/.exec(body)?.[0].length ?? 0;
  const [whole = "", fraction = ""] = body.slice(0, body.length - scale).split(".");
  const least = (fraction.match(/0/g) ?? []).length;
  if (power) {
    const [mantissa = "0", exponent = "0"] = value.toExponential(fraction.length).split("e");
    const size = String(Math.abs(Number(exponent))).padStart(power[2]?.length ?? 1, "0");
    return `${mantissa.replace(".", facts.decimal)}E${Number(exponent) < 0 ? "-" : power[1] ? "+" : ""}${size}`;
  }
  // Rounding half away from zero on the decimal text, as spreadsheets do.
  const scaled = value / 1000 ** scale;
  const rounded = roundHalfUp(scaled, fraction.replace(/[^#0?]/g, "").length);
  let [integer = "0", decimals = ""] = rounded.split(".");
  while (decimals.length > least && decimals.endsWith("0")) decimals = decimals.slice(0, -1);
  integer = integer.padStart((whole.match(/0/g) ?? []).length, "0");
  if (integer === "0" && !whole.includes("0")) integer = "";
  if (whole.includes(",")) integer = integer.replace(/\B(?=(\d{3})+$)/g, facts.thousands);
  return decimals ? `${integer}${facts.decimal}${decimals}` : integer;
}

function roundHalfUp(value: number, decimals: number): string {
  const shifted = Number(`${value}e${decimals}`);
  if (!Number.isFinite(shifted) || String(value).includes("e"))
    return value.toFixed(Math.min(decimals, 20));
  const rounded = Math.floor(shifted + 0.5);
  return Number(`${rounded}e-${decimals}`).toFixed(decimals);
}

type Clock = {
  readonly serial: number;
  readonly year: number;
  readonly month: number;
  readonly date: number;
  /** 0 = Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly halves: boolean;
};

function showDate(serial: number, format: string, facts: LocaleFacts): string {
  const seconds = Math.round((serial - SERIAL_OF_EPOCH) * 86_400);
  const day = Math.floor(seconds / 86_400);
  const inDay = seconds - day * 86_400;
  const clock: Clock = {
    serial,
    ...partsOfDay(day),
    weekday: weekdayOf(day) % 7,
    hour: Math.floor(inDay / 3600),
    minute: Math.floor(inDay / 60) % 60,
    second: inDay % 60,
    halves: /AM\/PM|A\/P/i.test(format),
  };
  const tokens =
    format.match(/"[^"]*"|\\.|\[[^\]]*\]|AM\/PM|A\/P|y+|m+|d+|h+|s+(?:\.0+)?|[\s\S]/gi) ?? [];
  return tokens
    .map((token, index) => {
      const minutes = /^m/i.test(token) && isMinute(tokens, index);
      return minutes ? pad(clock.minute, token.length > 1) : dateToken(token, clock, facts);
    })
    .join("");
}

function dateToken(token: string, clock: Clock, facts: LocaleFacts): string {
  const wide = token.length > 1;
  if (/^\[(?:h+|m+|s+)\]$/i.test(token)) return elapsed(token, clock.serial);
  if (/^(?:AM\/PM|A\/P)$/i.test(token)) return clock.hour < 12 ? "AM" : "PM";
  switch (token[0]?.toLowerCase()) {
    case "y":
      return token.length > 2 ? String(clock.year).padStart(4, "0") : pad(clock.year % 100, true);
    case "m":
      return monthText(token.length, clock.month, facts);
    case "d":
      return dayText(token.length, clock, facts);
    case "h":
      return pad(clock.halves ? ((clock.hour + 11) % 12) + 1 : clock.hour, wide);
    case "s":
      return pad(clock.second, token.replace(/\..*/, "").length > 1);
    default:
      return literal(token);
  }
}

/** Hours, minutes or seconds since the start of a duration: `[h]`, `[m]`, `[s]`. */
function elapsed(token: string, serial: number): string {
  const perDay = { h: 24, m: 1440, s: 86_400 }[token[1]?.toLowerCase() as "h"];
  return String(Math.floor(serial * perDay + 1e-9));
}

function dayText(length: number, { weekday, date }: Clock, facts: LocaleFacts): string {
  if (length < 3) return pad(date, length > 1);
  return (length > 3 ? facts.weekdays : facts.shortWeekdays)[weekday] ?? "";
}

const pad = (value: number, wide: boolean) => String(value).padStart(wide ? 2 : 1, "0");

function monthText(length: number, month: number, facts: LocaleFacts): string {
  if (length === 3) return facts.shortMonths[month - 1] ?? "";
  if (length === 5) return (facts.months[month - 1] ?? "").slice(0, 1);
  return length > 3 ? (facts.months[month - 1] ?? "") : pad(month, length > 1);
}

/** `m` means minutes right after an hour or right before a second. */
function isMinute(tokens: readonly string[], index: number): boolean {
  const isField = (token: string) => /^\[?[ymdhs]/i.test(token);
  const before = tokens.slice(0, index).filter(isField).at(-1);
  const after = tokens.slice(index + 1).find(isField);
  return /^\[?h/i.test(before ?? "") || /^s/i.test(after ?? "");
}
