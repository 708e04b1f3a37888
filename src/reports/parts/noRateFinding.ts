import type { BookDeal } from "../book.ts";
import type { Finding } from "../report.ts";
import { withoutRate } from "./dataNotes.ts";
import { evidenceOf } from "./evidence.ts";
import { sayList } from "./words.ts";

/** A larger share of the deals makes every total doubtful (our own number). */
const LARGE_PART = 0.1;

/** Amounts that no figure holds, because they are in a currency without a rate; `where` says which figures those are. */
export function noRateFinding(deals: readonly BookDeal[], where: string): Omit<Finding, "due">[] {
  const left = deals.filter(({ standing }) => standing.missingRate !== undefined);
  const list = withoutRate(left);
  if (list === undefined) return [];
  const codes = [...new Set(left.map(({ standing }) => standing.missingRate ?? ""))].sort();
  return [
    {
      id: "no_rate",
      matter: "no_rate",
      severity: left.length > LARGE_PART * deals.length ? "high" : "medium",
      what: `${list} ${left.length === 1 ? "is" : "are"} in ${where}: the Currency sheet has no rate in force.`,
      ...evidenceOf(left, ({ standing }) => standing.deal.opportunityId),
      action: `Enter ${codes.length === 1 ? "the rate" : "the rates"} of ${sayList(codes)} under Calendar and currency in the sidebar, then run this report again.`,
    },
  ];
}
