import type { Day } from "../calendar/day.ts";

/**
 * Who looks after which records. Conditions of different kinds must all hold; of a list, one entry must. The first
 * rule in order that holds takes the record; the fallback takes what no other rule takes.
 */
export type TerritoryRule = {
  readonly order: number;
  readonly territory: string;
  readonly owner: string;
  /** Who stands in for the owner. */
  readonly backup: string;
  /** Accounts by id, web domain or name. */
  readonly named: readonly string[];
  readonly countries: readonly string[];
  readonly states: readonly string[];
  /** First and last postal code, or the beginnings of codes; a blank end is the same as the first. */
  readonly postalFrom: string;
  readonly postalTo: string;
  readonly industries: readonly string[];
  readonly employeesMin: number | undefined;
  readonly employeesMax: number | undefined;
  readonly products: readonly string[];
  /** The days on which the rule is in force, both included; undefined: no limit. */
  readonly validFrom: Day | undefined;
  readonly validTo: Day | undefined;
  readonly fallback: boolean;
};

/** What rules look at in an account or a lead. */
export type TerritoryRecord = {
  readonly id?: string;
  readonly name?: string;
  /** Web address or e-mail address. */
  readonly domain?: string;
  readonly country?: string;
  readonly state?: string;
  readonly postalCode?: string;
  readonly industry?: string;
  readonly employees?: number;
  readonly products?: readonly string[];
};
