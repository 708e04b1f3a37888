import type { TerritoryRule } from "./territoryRule.ts";

/** How narrow a place is meant: a postal code lies within a state, a state within a country. */
function placeLevel({ postalFrom, states, countries }: TerritoryRule): number {
  if (postalFrom !== "") return 3;
  if (states.length > 0) return 2;
  return countries.length > 0 ? 1 : 0;
}

/** How many kinds of conditions a rule has: accounts, place, industry, size and product. */
export function conditionCount(rule: TerritoryRule): number {
  const hasSize = rule.employeesMin !== undefined || rule.employeesMax !== undefined;
  return (
    Number(rule.named.length > 0) +
    Number(placeLevel(rule) > 0) +
    Number(rule.industries.length > 0) +
    Number(hasSize) +
    Number(rule.products.length > 0)
  );
}

/**
 * How specific a rule is, for comparing two of them: named accounts come before everything, then the number of kinds
 * of conditions, then the narrowness of the place (postal code, state, country). 0 for the fallback. Own choice: the
 * order of routing guides, named account before segment before geography, as a number.
 */
export function ruleSpecificity(rule: TerritoryRule): number {
  return (rule.named.length > 0 ? 100 : 0) + conditionCount(rule) * 10 + placeLevel(rule);
}
