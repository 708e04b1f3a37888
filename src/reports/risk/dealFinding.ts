import { dueDay } from "../../core/hygiene/dueDay.ts";
import type { Finding } from "../report.ts";
import { tally, total } from "../tally.ts";
import { sayMoney } from "../words.ts";
import { amountOf } from "./levels.ts";
import type { RiskBook, RiskDeal } from "./riskDeals.ts";

const MOST_EVIDENCE = 5;

/** A finding on several deals: the largest as evidence, what they are worth, whose they are. */
export function dealFinding(
  risks: RiskBook,
  deals: readonly RiskDeal[],
  rest: Pick<Finding, "id" | "severity" | "what" | "action">,
): Finding {
  const { asOf, settings } = risks.book.request;
  const largest = [...deals].sort((a, b) => (amountOf(b) ?? 0) - (amountOf(a) ?? 0));
  const amount = total(tally(deals, amountOf));
  const owners = new Set(deals.map(({ deal }) => deal.owner.label));
  return {
    ...rest,
    evidence: largest.slice(0, MOST_EVIDENCE).map(({ facts }) => facts.opportunityId),
    more: Math.max(0, deals.length - MOST_EVIDENCE),
    ...(amount === undefined ? {} : { amount }),
    owner: owners.size === 1 ? [...owners][0] : "Each owner",
    due: dueDay(asOf, settings.options.dueDays, settings.calendar),
  };
}

/** What deals are worth, for the middle of a sentence. */
export const worth = (deals: readonly RiskDeal[], currency: string) => {
  const amount = total(tally(deals, amountOf));
  return amount === undefined || amount <= 0 ? "" : ` worth ${sayMoney(amount, currency)}`;
};
