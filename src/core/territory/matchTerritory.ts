import type { Day } from "../calendar/day.ts";
import { plainText } from "../deals/stageIndex.ts";
import { accountKey } from "./accountName.ts";
import { countryCode } from "./countryCode.ts";
import { type PostalCode, postalCode, postalRange } from "./postalRange.ts";
import { stateCode } from "./stateCode.ts";
import type { TerritoryRecord, TerritoryRule } from "./territoryRule.ts";

export type TerritoryMatcher = {
  /** Index of the rule that takes the record: the first that holds, else the fallback; -1 without one. */
  readonly first: (record: TerritoryRecord) => number;
  /** Indexes of all rules whose conditions hold, in order; the fallback has none and is not among them. */
  readonly all: (record: TerritoryRecord) => readonly number[];
};

/** A record in the spellings that rules are compared in. */
type Plain = {
  readonly accounts: readonly string[];
  readonly country: string | undefined;
  readonly state: string | undefined;
  readonly postal: PostalCode;
  readonly industry: string | undefined;
  readonly employees: number | undefined;
  readonly products: readonly string[];
};

type Test = (record: Plain) => boolean;

/** Thousands of records share a few spellings. */
function remembered(
  make: (text: string) => string,
): (text: string | undefined) => string | undefined {
  const known = new Map<string, string>();
  return (text) => {
    if (text === undefined) return undefined;
    let made = known.get(text);
    if (made === undefined) {
      made = make(text);
      known.set(text, made);
    }
    return made;
  };
}

function plainRecords(): (record: TerritoryRecord) => Plain {
  const [country, state] = [remembered(countryCode), remembered(stateCode)];
  const industry = remembered(plainText);
  return ({ id, domain, name, products = [], ...record }) => ({
    accounts: [id, domain, name].flatMap((text) => (text === undefined ? [] : accountKey(text))),
    country: country(record.country),
    state: state(record.state),
    postal: postalCode(record.postalCode ?? ""),
    industry: industry(record.industry),
    employees: record.employees,
    products: products.map(plainText),
  });
}

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
function testsOf(rule: TerritoryRule): Test[] {
  const tests: Test[] = [];
  const listed = (
    entries: readonly string[],
    plain: (text: string) => string,
    valuesOf: (record: Plain) => readonly (string | undefined)[],
  ) => {
    if (entries.length === 0) return;
    const wanted = new Set<string | undefined>(entries.map(plain));
    tests.push((record) => valuesOf(record).some((value) => wanted.has(value)));
  };
  listed(rule.countries, countryCode, ({ country }) => [country]);
  listed(rule.states, stateCode, ({ state }) => [state]);
  listed(rule.industries, plainText, ({ industry }) => [industry]);
  if (rule.employeesMin !== undefined || rule.employeesMax !== undefined)
    tests.push(sizeTest(rule));
  if (rule.postalFrom !== "") {
    const isInside = postalRange(rule.postalFrom, rule.postalTo);
    tests.push(({ postal }) => isInside(postal));
  }
  listed(rule.products, plainText, ({ products }) => products);
  listed(rule.named, accountKey, ({ accounts }) => accounts);
  return tests;
}

/** Prepares rules, in their order, for many records. Rules that are not in force on the day take nothing. */
export function territoryMatcher(
  rules: readonly TerritoryRule[],
  day: Day | undefined,
): TerritoryMatcher {
  const inForce = rules.flatMap((rule, index) => {
    const tests = rule.fallback || !isInForce(rule, day) ? [] : testsOf(rule);
    return tests.length > 0 ? [{ index, tests }] : [];
  });
  const fallback = rules.findIndex((rule) => rule.fallback && isInForce(rule, day));
  const plain = plainRecords();
  const holding = (record: Plain) =>
    inForce.filter(({ tests }) => tests.every((test) => test(record)));
  return {
    first: (record) => holding(plain(record))[0]?.index ?? fallback,
    all: (record) => holding(plain(record)).map(({ index }) => index),
  };
}
