import type { Day } from "../calendar/day.ts";
import { plainText } from "../deals/stageIndex.ts";
import { accountKey } from "./accountName.ts";
import { countryCode } from "./countryCode.ts";
import { inPostalRange } from "./postalRange.ts";
import { stateCode } from "./stateCode.ts";
import type { TerritoryRecord, TerritoryRule } from "./territoryRule.ts";

export type TerritoryMatcher = {
  /** Index of the rule that takes the record: the first that holds, else the fallback; -1 without one. */
  readonly first: (record: TerritoryRecord) => number;
  /** Indexes of all rules whose conditions hold, in order; the fallback has none and is not among them. */
  readonly all: (record: TerritoryRecord) => readonly number[];
};

type Test = (record: TerritoryRecord) => boolean;

/** Thousands of records share a few spellings. */
function remembered(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    let made = known.get(text);
    if (made === undefined) {
      made = make(text);
      known.set(text, made);
    }
    return made;
  };
}

const code = { country: countryCode, state: stateCode, industry: plainText } as const;
type Listed = keyof typeof code;

/** True when the rule counts on that day; without a day every rule does. */
export function isInForce(
  { validFrom, validTo }: Pick<TerritoryRule, "validFrom" | "validTo">,
  day: Day | undefined,
): boolean {
  if (day === undefined) return true;
  return (validFrom === undefined || validFrom <= day) && (validTo === undefined || day <= validTo);
}

function sizeTest({ employeesMin, employeesMax }: TerritoryRule): Test {
  const low = employeesMin ?? Number.NEGATIVE_INFINITY;
  const high = employeesMax ?? Number.POSITIVE_INFINITY;
  return ({ employees }) => employees !== undefined && employees >= low && employees <= high;
}

/** The conditions of a rule; a record that lacks what a condition asks for does not meet it. */
function testsOf(
  rule: TerritoryRule,
  plain: Readonly<Record<Listed | "account", (text: string) => string>>,
): Test[] {
  const tests: Test[] = [];
  const listed = (field: Listed, entries: readonly string[]) => {
    if (entries.length === 0) return;
    const wanted = new Set(entries.map(plain[field]));
    tests.push(({ [field]: value }) => value !== undefined && wanted.has(plain[field](value)));
  };
  if (rule.named.length > 0) {
    const wanted = new Set(rule.named.map(accountKey));
    tests.push(({ id, domain, name }) =>
      [id, domain, name].some((text) => text !== undefined && wanted.has(plain.account(text))),
    );
  }
  listed("country", rule.countries);
  listed("state", rule.states);
  if (rule.postalFrom !== "")
    tests.push(({ postalCode = "" }) => inPostalRange(postalCode, rule.postalFrom, rule.postalTo));
  listed("industry", rule.industries);
  if (rule.employeesMin !== undefined || rule.employeesMax !== undefined)
    tests.push(sizeTest(rule));
  if (rule.products.length > 0) {
    const wanted = new Set(rule.products.map(plainText));
    tests.push(({ products = [] }) => products.some((one) => wanted.has(plainText(one))));
  }
  return tests;
}

/** Prepares rules, in their order, for many records. Rules that are not in force on the day take nothing. */
export function territoryMatcher(
  rules: readonly TerritoryRule[],
  day: Day | undefined,
): TerritoryMatcher {
  const plain = {
    country: remembered(code.country),
    state: remembered(code.state),
    industry: remembered(code.industry),
    account: remembered(accountKey),
  };
  const inForce = rules.flatMap((rule, index) => {
    const tests = rule.fallback || !isInForce(rule, day) ? [] : testsOf(rule, plain);
    return tests.length > 0 ? [{ index, tests }] : [];
  });
  const fallback = rules.findIndex((rule) => rule.fallback && isInForce(rule, day));
  const holds = (tests: readonly Test[], record: TerritoryRecord) =>
    tests.every((test) => test(record));
  return {
    first: (record) => inForce.find(({ tests }) => holds(tests, record))?.index ?? fallback,
    all: (record) => inForce.filter(({ tests }) => holds(tests, record)).map(({ index }) => index),
  };
}
