import { isReversedRange } from "./postalRange.ts";
import { conditionCount } from "./ruleSpecificity.ts";
import type { TerritoryRule } from "./territoryRule.ts";

/** What is wrong with a rule: the field to put right, and the sentence. */
export type TerritoryProblem = {
  /** Index of the rule; undefined: the list as a whole. */
  readonly at: number | undefined;
  readonly field: keyof TerritoryRule;
  readonly message: string;
};

type Said = readonly [field: keyof TerritoryRule, message: string];

const later = (from: number | undefined, to: number | undefined) =>
  from !== undefined && to !== undefined && from > to;

/** The first contradiction within one rule. */
function ofRule(rule: TerritoryRule): Said | undefined {
  const conditions = conditionCount(rule);
  if (rule.fallback) {
    if (conditions > 0)
      return ["fallback", "The fallback takes what no other rule takes, so it has no conditions."];
    if (rule.validFrom !== undefined || rule.validTo !== undefined)
      return ["validFrom", "The fallback always counts, so it has no dates."];
    return undefined;
  }
  if (rule.postalFrom === "" && rule.postalTo !== "")
    return ["postalFrom", "A last postal code needs a first one."];
  if (conditions === 0)
    return ["fallback", "The rule has no condition; add one, or make it the fallback."];
  if (isReversedRange(rule.postalFrom, rule.postalTo))
    return ["postalTo", "The last postal code comes before the first."];
  if (later(rule.employeesMin, rule.employeesMax))
    return ["employeesMax", "The most employees are fewer than the least."];
  if (later(rule.validFrom, rule.validTo)) return ["validTo", "The rule ends before it begins."];
  return undefined;
}

/** What keeps a list of rules from being one: contradictions within a rule, and any number of fallbacks but one. */
export function territoryProblems(rules: readonly TerritoryRule[]): TerritoryProblem[] {
  const problems: TerritoryProblem[] = [];
  let fallbacks = 0;
  rules.forEach((rule, at) => {
    const said = ofRule(rule);
    if (said) problems.push({ at, field: said[0], message: said[1] });
    if (!rule.fallback) return;
    fallbacks += 1;
    if (fallbacks > 1)
      problems.push({
        at,
        field: "fallback",
        message: "There is a fallback already; exactly one rule is it.",
      });
  });
  if (rules.length > 0 && fallbacks === 0)
    problems.push({
      at: undefined,
      field: "fallback",
      message: "One rule must be the fallback, which takes what no other rule takes.",
    });
  return problems;
}
