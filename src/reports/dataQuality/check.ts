import type { Dimension } from "../../core/hygiene/dataQuality.ts";
import type { Severity } from "../../core/hygiene/rule.ts";

/** A value that a person may take over into the CRM. */
export type Proposal = {
  /** Heading of the column. */
  readonly field: string;
  readonly now: string;
  readonly value: string;
  readonly reason: string;
};

/** A record that a check finds fault with. */
export type Failing = {
  readonly id: string;
  readonly name: string;
  readonly owner: string | undefined;
  /** What was found, in a few words. */
  readonly found: string;
  /** Of an open deal, in home currency. */
  readonly amount?: number | undefined;
  readonly proposal?: Proposal | undefined;
};

/** One thing that was looked at in the records of a sheet. */
export type QualityCheck = {
  readonly id: string;
  /** The hygiene rule it belongs to; undefined: the one of its own id. */
  readonly rule?: string;
  readonly sheet: string;
  readonly label: string;
  /** Undefined: work to do, but nothing wrong with the data itself. */
  readonly dimension: Dimension | undefined;
  readonly severity: Severity;
  readonly condition: string;
  readonly action: string;
  /** Records, or values, that were looked at. */
  readonly checked: number;
  readonly failing: readonly Failing[];
};

/** What could not be checked, and why. */
export type Unchecked = { readonly label: string; readonly why: string };

export const joined = (...parts: readonly (string | undefined)[]): string | undefined =>
  parts.filter((part) => part !== undefined && part !== "").join(" ") || undefined;

export const isFilled = (value: unknown): boolean =>
  value !== undefined && (typeof value !== "string" || value.trim() !== "");
