import { dueDay } from "../../core/hygiene/dueDay.ts";
import { evidenceOf, ownerOf } from "../parts/evidence.ts";
import { tally, total } from "../parts/tally.ts";
import { sayMoney } from "../parts/words.ts";
import type { Finding } from "../report.ts";
import { amountOf } from "./levels.ts";
import type { RiskBook, RiskDeal } from "./riskDeals.ts";

/** A finding on several deals: the largest as evidence, what they are worth, whose they are. */
export function dealFinding(
  risks: RiskBook,
  deals: readonly RiskDeal[],
  rest: Pick<Finding, "id" | "severity" | "what" | "action">,
): Finding {
  const { asOf, settings } = risks.book.request;
  const largest = [...deals].sort((a, b) => (amountOf(b) ?? 0) - (amountOf(a) ?? 0));
  const amount = total(tally(deals, amountOf));
  return {
    ...rest,
    ...evidenceOf(largest, ({ facts }) => facts.opportunityId),
    ...(amount === undefined ? {} : { amount }),
    owner: ownerOf(deals.map(({ deal }) => deal.owner.label)),
    due: dueDay(asOf, settings.options.dueDays, settings.calendar),
  };
}

/** What deals are worth, for the middle of a sentence. */
export const worth = (deals: readonly RiskDeal[], currency: string) => {
  const amount = total(tally(deals, amountOf));
  return amount === undefined || amount <= 0 ? "" : ` worth ${sayMoney(amount, currency)}`;
};
