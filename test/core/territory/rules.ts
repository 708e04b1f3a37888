import type { TerritoryRule } from "../../../src/core/territory/territoryRule.ts";

/** A rule without conditions, with those that a test is about. */
export function ruleWith(given: Partial<TerritoryRule>): TerritoryRule {
  return {
    order: 1,
    territory: "T",
    owner: "Ana",
    backup: "",
    named: [],
    countries: [],
    states: [],
    postalFrom: "",
    postalTo: "",
    industries: [],
    employeesMin: undefined,
    employeesMax: undefined,
    products: [],
    validFrom: undefined,
    validTo: undefined,
    fallback: false,
    ...given,
  };
}
