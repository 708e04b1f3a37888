import { library } from "./library.ts";

const judged = new Map<string, boolean>();

/** Whether a number in a cell with this Sheets pattern is a date, a time or a duration. */
export function isDatePattern(pattern: string | undefined): boolean {
  if (pattern === undefined || pattern === "") return false;
  let answer = judged.get(pattern);
  if (answer === undefined) {
    const bare = withoutLiterals(pattern.split(";")[0] ?? "");
    answer = !/general|automatic/i.test(bare) && /[ymdhs]/i.test(bare.replace(/E[+-]/gi, ""));
    judged.set(pattern, answer);
  }
  return answer;
}

/**
 * A Sheets pattern in the narrower language of the engine, which rejects colours, conditions, padding,
 * bare currency signs and capital date letters. Undefined when nothing close can be said.
 */
export function enginePattern(pattern: string | undefined): string | undefined {
  if (pattern === undefined || pattern === "" || /^(general|automatic)$/i.test(pattern)) return;
  if (pattern.includes("?") || /E[+-]0/.test(pattern)) return;
  const candidate = isDatePattern(pattern) ? datePattern(pattern) : numberPattern(pattern);
  if (accepted(candidate)) return candidate;
  if (isDatePattern(pattern))
    return /[yd]/i.test(withoutLiterals(pattern)) ? "yyyy-mm-dd" : "hh:mm:ss";
  const simpler = (candidate.split(";")[0] ?? "").replace(/"[^"]*"?/g, "");
  if (simpler !== "" && accepted(simpler)) return simpler;
  return pattern.includes("%") ? "0.00%" : undefined;
}

function datePattern(pattern: string): string {
  const [first = ""] = pattern.split(";");
  return outsideQuotes(first.replace(/\[(h+|m+|s+)\]/gi, "$1").replace(/\[[^\]]*\]/g, ""), (text) =>
    text.replace(/am\/pm|a\/p/gi, "a").replace(/[YMDHS]/g, (letter) => letter.toLowerCase()),
  );
}

function numberPattern(pattern: string): string {
  const bare = pattern.replace(/\[(?!\$)[^\]]*\]/g, "");
  return outsideQuotes(bare, (text) =>
    text
      .replace(/_./g, "")
      .replace(/\*./g, "")
      .replace(/\\(.)/g, '"$1"')
      .replace(/general/gi, "0")
      .replace(/(?<!\[)\p{Sc}(?![^[]*\])/gu, (sign) => `[$${sign}]`),
  );
}

/** Applies a change to everything but quoted text and `[$…]` currency. */
function outsideQuotes(pattern: string, change: (text: string) => string): string {
  return pattern
    .split(/("[^"]*"|\[\$[^\]]*\])/)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join("");
}

function withoutLiterals(pattern: string): string {
  return pattern
    .replace(/"[^"]*"/g, "")
    .replace(/\\./g, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    .replace(/_./g, "")
    .replace(/\*./g, "");
}

function accepted(pattern: string): boolean {
  try {
    library().helpers.parseFormat(pattern);
    library().helpers.formatValue(1234.5, { format: pattern, locale: EN_US });
    return true;
  } catch {
    return false;
  }
}

const EN_US = {
  name: "English (US)",
  code: "en_US",
  thousandsSeparator: ",",
  decimalSeparator: ".",
  weekStart: 7,
  dateFormat: "m/d/yyyy",
  timeFormat: "hh:mm:ss a",
  formulaArgSeparator: ",",
};
