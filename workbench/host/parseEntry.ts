import type { LocaleFacts } from "./localeFacts.ts";
import { parseDateEntry } from "./parseDateEntry.ts";
import type { CellValue } from "./workbook.ts";

/** What a cell gets from typed text: a value or a formula, and a format where the text implies one. */
export type Entry = {
  readonly value: CellValue;
  readonly formula?: string;
  readonly format?: string;
};

const CURRENCIES = "$€£¥₹";
const MAY_BE_NUMBER = /^[-+(.,\d$€£¥₹]/;
const MAY_BE_DATE = /^\p{L}{3,12}\.?[\s-]+\d/u;
const ERROR = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!)$/;

/** Reads text as Sheets reads what a user types (USER_ENTERED), in the spreadsheet's locale. */
export function parseEntry(text: string, facts: LocaleFacts, thisYear: number): Entry {
  const first = text[0];
  if (first === undefined) return { value: null };
  if (first === "'") return { value: text.slice(1) };
  if (first === "=" && text.length > 1) return { value: null, formula: text };
  const trimmed = text.trim();
  if (MAY_BE_NUMBER.test(trimmed)) return numberEntry(text, trimmed, facts, thisYear);
  const truth = truthOf(trimmed, facts);
  if (truth !== undefined) return { value: truth };
  if (first === "#" && ERROR.test(trimmed)) return { value: { error: trimmed, message: "" } };
  const date = MAY_BE_DATE.test(trimmed) ? parseDateEntry(trimmed, facts, thisYear) : undefined;
  return date ?? { value: text };
}

function numberEntry(text: string, trimmed: string, facts: LocaleFacts, thisYear: number): Entry {
  const signed = /^[-+]/.test(text);
  if (signed && !/^[-+][\s$€£¥₹(]*[\d.,]/.test(trimmed)) return signedFormula(text);
  const entry = parseNumber(trimmed, facts) ?? parseDateEntry(trimmed, facts, thisYear);
  return entry ?? (text.startsWith("+") ? signedFormula(text) : { value: text });
}

/** Text such as `+A1` or `-B2*2` is taken for a formula; a lone sign is text. */
function signedFormula(text: string): Entry {
  return text.length > 1 ? { value: null, formula: `=${text}` } : { value: text };
}

function truthOf(text: string, facts: LocaleFacts): boolean | undefined {
  if (text.length > 10) return undefined;
  const upper = text.toUpperCase();
  if (upper === "TRUE" || upper === facts.truth[0]) return true;
  if (upper === "FALSE" || upper === facts.truth[1]) return false;
  return undefined;
}

function parseNumber(text: string, facts: LocaleFacts): Entry | undefined {
  if (/^\d{1,15}$/.test(text)) return { value: Number(text) };
  let rest = text;
  let negative = false;
  if (/^\(.*\)$/.test(rest)) {
    negative = true;
    rest = rest.slice(1, -1).trim();
  }
  const sign = /^([-+])\s*/.exec(rest);
  if (sign) {
    if (negative) return undefined;
    negative = sign[1] === "-";
    rest = rest.slice(sign[0].length);
  }
  const symbol = currencyOf(rest);
  if (symbol) {
    rest = rest.replace(symbol, "").trim();
    const inner = /^-/.exec(rest);
    if (inner && !negative) {
      negative = true;
      rest = rest.slice(1);
    }
  }
  const percent = rest.endsWith("%");
  if (percent) rest = rest.slice(0, -1).trimEnd();
  const parsed = plainNumber(rest, facts);
  if (!parsed || (percent && symbol)) return undefined;
  const size = percent ? parsed.value / 100 : parsed.value;
  return {
    value: negative && size !== 0 ? -size : size,
    format: numberFormat(parsed, percent, symbol),
  };
}

function currencyOf(text: string): string | undefined {
  const [first = "", last = ""] = [text[0], text.at(-1)];
  if (CURRENCIES.includes(first)) return first;
  return CURRENCIES.includes(last) ? last : undefined;
}

type Plain = {
  readonly value: number;
  readonly decimals: number;
  readonly grouped: boolean;
  readonly power: boolean;
};

function plainNumber(text: string, facts: LocaleFacts): Plain | undefined {
  const pattern = numberPattern(facts);
  const match = pattern.exec(text);
  if (!match || (match[1] === undefined && !match[2])) return undefined;
  const [, whole = "0", fraction = "", power] = match;
  const value = Number(`${whole.replace(/\D/g, "")}.${fraction || "0"}e${power ?? "0"}`);
  if (!Number.isFinite(value)) return undefined;
  return {
    value,
    decimals: fraction.length,
    grouped: /\D/.test(whole),
    power: power !== undefined,
  };
}

const patterns = new WeakMap<LocaleFacts, RegExp>();

function numberPattern(facts: LocaleFacts): RegExp {
  const known = patterns.get(facts);
  if (known) return known;
  const group = facts.thousands === "\u00a0" ? "[\\u00a0\\u202f ]" : `\\${facts.thousands}`;
  const pattern = new RegExp(
    `^(\\d+|\\d{1,3}(?:${group}\\d{3})+)?(?:\\${facts.decimal}(\\d*))?(?:[eE]([-+]?\\d{1,3}))?$`,
  );
  patterns.set(facts, pattern);
  return pattern;
}

function numberFormat(
  parsed: Plain,
  percent: boolean,
  symbol: string | undefined,
): string | undefined {
  const decimals = parsed.decimals > 0 ? ".00" : "";
  if (percent) return `0${decimals}%`;
  if (symbol) return `"${symbol}"#,##0${decimals}`;
  if (parsed.power) return "0.00E+00";
  return parsed.grouped ? `#,##0${decimals}` : undefined;
}
