import type { Day } from "../calendar/day.ts";
import type { Deal } from "./deal.ts";

/** What a person holds of a deal, against the CRM and the model. It lies over the deal and never changes it. */
export type DealOverride = {
  readonly opportunityId: string;
  readonly probability?: number;
  /** In the deal's currency. */
  readonly amount?: number;
  readonly closeDate?: Day;
  readonly category?: string;
  readonly reason?: string;
  readonly by?: string;
  readonly setOn?: Day;
  /** The last day on which it counts. */
  readonly expires?: Day;
};

/** True while it says something and has not ended; one that ends does not count without a day. */
export function countsOn(override: DealOverride, asOf: Day | undefined): boolean {
  const { probability, amount, closeDate, category, expires } = override;
  const saysNothing = [probability, amount, closeDate, category].every((one) => one === undefined);
  if (saysNothing) return false;
  return expires === undefined || (asOf !== undefined && asOf <= expires);
}

/** The deal as the person holds it; what the override leaves blank is the CRM's. */
export function heldDeal(deal: Deal, override: DealOverride): Deal {
  const { amountConverted, ...rest } = deal;
  const { amount, closeDate, category, probability } = override;
  return {
    ...rest,
    // The CRM converted its own amount, not this one.
    ...(amount === undefined ? amountConverted !== undefined && { amountConverted } : { amount }),
    ...(closeDate !== undefined && { closeDate }),
    ...(category !== undefined && { forecastCategory: category }),
    ...(probability !== undefined && { probability }),
  };
}
