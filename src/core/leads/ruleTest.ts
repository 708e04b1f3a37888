import { InputError } from "../inputError.ts";
import type { Lead } from "./lead.ts";
import type { ScoringRule } from "./scoring.ts";

type FieldValue = Lead[keyof Lead];

/** Whether a lead meets a rule about one of its fields; undefined when the lead's field is unknown. */
export type RuleTest = (lead: Lead) => boolean | undefined;

const listOf = (value: string) =>
  value
    .split(";")
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== "");

const textOf = (value: FieldValue) => String(value).trim().toLowerCase();

function numberOf(text: string, rule: ScoringRule): number {
  const number = Number(text.replace(/[, ]/g, ""));
  if (text.trim() === "" || Number.isNaN(number)) {
    throw new InputError(
      `The scoring rule "${rule.attribute} ${rule.operator} ${rule.value}" needs a number in its value; found "${rule.value}"`,
    );
  }
  return number;
}

/** `51-200`, both included; one end may be left open: `1001-`. */
function rangeTest(rule: ScoringRule): (value: FieldValue) => boolean {
  const [from = "", to = "", ...more] = rule.value.split(/\s*(?:-|–|\bto\b)\s*/);
  const low = from === "" ? Number.NEGATIVE_INFINITY : numberOf(from, rule);
  const high = to === "" ? Number.POSITIVE_INFINITY : numberOf(to, rule);
  if (more.length > 0 || (from === "" && to === "")) numberOf("", rule);
  return (value) => typeof value === "number" && value >= low && value <= high;
}

/** Whole words only, so that `intern` is not found in `International`. */
function wordsTest(rule: ScoringRule): (value: FieldValue) => boolean {
  const patterns = listOf(rule.value).map((entry) => {
    const escaped = entry.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const before = /^[\p{L}\p{N}]/u.test(entry) ? "(?:^|[^\\p{L}\\p{N}])" : "";
    const after = /[\p{L}\p{N}]$/u.test(entry) ? "(?![\\p{L}\\p{N}])" : "";
    return before + escaped + after;
  });
  if (patterns.length === 0) return () => false;
  const pattern = new RegExp(patterns.join("|"), "iu");
  return (value) => pattern.test(String(value));
}

const YES = new Set(["true", "yes", "1"]);

function equalTest(entries: readonly string[]): (value: FieldValue) => boolean {
  const wanted = new Set(entries);
  return (value) => {
    if (typeof value === "boolean") return entries.some((entry) => YES.has(entry) === value);
    if (typeof value === "number") return entries.some((entry) => Number(entry) === value);
    return wanted.has(textOf(value));
  };
}

function valueTest(rule: ScoringRule): (value: FieldValue) => boolean {
  switch (rule.operator) {
    case "is":
      return equalTest([rule.value.trim().toLowerCase()]);
    case "one of":
      return equalTest(listOf(rule.value));
    case "contains":
      return wordsTest(rule);
    case "ends with": {
      const endings = listOf(rule.value);
      return (value) => endings.some((ending) => textOf(value).endsWith(ending));
    }
    case "between":
      return rangeTest(rule);
    case "at least": {
      const least = numberOf(rule.value, rule);
      return (value) => typeof value === "number" && value >= least;
    }
    default:
      return () => false;
  }
}

/** Prepares a rule about a lead's field, so that thousands of leads can be tested. */
export function ruleTest(rule: ScoringRule, field: keyof Lead): RuleTest {
  const test = valueTest(rule);
  return (lead) => {
    const value = lead[field];
    return value === undefined ? undefined : test(value);
  };
}
