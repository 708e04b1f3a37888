import { type Miss, type MissDeal, missCauses } from "../accuracy/missCauses.ts";
import type { DealOnDay } from "../history/dealOnDay.ts";
import { isRewound, type Past } from "./observe.ts";
import type { Origin } from "./origins.ts";

/**
 * Why the weighted pipeline of a day missed what its period brought. A deal that was won in the period, as it is known
 * now, counts as won; every other as it stood at the period's end.
 */
export function missOf(past: Past, { period, day }: Origin): Miss {
  const after = new Map<string, MissDeal>();
  for (const deal of past.on(period.to))
    if (deal.status !== "won") after.set(deal.opportunityId, missDeal(past, deal, period.to));
  for (const deal of past.on(past.asOf)) {
    const { closeDate, status, opportunityId } = deal;
    const isIn = closeDate !== undefined && closeDate >= period.from && closeDate <= period.to;
    if (status === "won" && isIn) after.set(opportunityId, missDeal(past, deal, closeDate));
  }
  const before = past
    .on(day)
    .filter((deal) => deal.status === "won" || (deal.status === "open" && isRewound(deal)))
    .map((deal): MissDeal => {
      const share = deal.status === "won" ? 1 : deal.probability;
      return { ...missDeal(past, deal, day), share };
    });
  return missCauses(before, [...after.values()], period);
}

function missDeal(past: Past, deal: DealOnDay, day: number): MissDeal {
  const { opportunityId, status, closeDate } = deal;
  return { opportunityId, status, closeDate, amount: past.amountOf(deal, day) };
}
