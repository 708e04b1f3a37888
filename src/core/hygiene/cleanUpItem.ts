import type { Day } from "../calendar/day.ts";

/** One thing to put right in one record, as the clean-up list keeps it. */
export type CleanUpItem = {
  readonly sheet: string;
  readonly recordId: string;
  /** Name of the check that found it. */
  readonly check: string;
  readonly name?: string;
  readonly owner?: string;
  readonly severity?: string;
  readonly issue?: string;
  readonly found?: string;
  readonly action?: string;
  readonly field?: string;
  readonly now?: string;
  readonly proposed?: string;
  readonly reason?: string;
  readonly due?: Day;
  readonly state?: string;
  readonly firstFound?: Day;
  /** The day on which it was found no more. */
  readonly goneOn?: Day;
  /** A person's: `accept` or `reject`. */
  readonly decision?: string;
  readonly note?: string;
};

/** How good the data was, as last seen in a quarter. Scores are fractions. */
export type QualityAudit = {
  readonly quarter: string;
  readonly asOf?: Day;
  readonly score?: number;
  readonly accuracy?: number;
  readonly completeness?: number;
  readonly consistency?: number;
  readonly timeliness?: number;
  readonly validity?: number;
  readonly uniqueness?: number;
  readonly records?: number;
  readonly issues?: number;
  /** What the steps of the audit find to do; undefined where the data does not tell. */
  readonly duplicates?: number;
  readonly undeliverable?: number;
  readonly toArchive?: number;
  readonly slowDeals?: number;
  readonly undescribed?: number;
  /** A person's: who went through it, and what came of it. */
  readonly checkedBy?: string;
  readonly note?: string;
};

const ACCEPT = new Set(["accept", "accepted", "yes", "y", "ok", "true", "ja", "done"]);
const REJECT = new Set(["reject", "rejected", "no", "n", "false", "nein", "decline", "declined"]);

/** What a person wrote about a proposal: true for accept, false for reject, undefined for neither. */
export function acceptanceOf(text: string | undefined): boolean | undefined {
  const word = (text ?? "").toLowerCase().replace(/[^a-z]/g, "");
  if (REJECT.has(word)) return false;
  return ACCEPT.has(word) ? true : undefined;
}
