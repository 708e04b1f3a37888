import type { Day } from "../calendar/day.ts";
import type { DealOnDay } from "../history/dealOnDay.ts";
import { currencyCode, type RateTable } from "../money/rateTable.ts";
import { toHome } from "../money/toHome.ts";

/** What amounts are stated in, and at which rates. */
export type HomeRates = { readonly home: string | undefined; readonly rates: RateTable };

/**
 * What one unit of a deal's currency was worth in home currency on a day: the rate its snapshot kept, else the rate in
 * force that day. Undefined when no rate is known.
 */
export function homeRateOn(
  deal: DealOnDay,
  { home, rates }: HomeRates,
  day: Day,
): number | undefined {
  const { currency, rate } = deal;
  if (rate !== undefined) return rate;
  return toHome({ amount: 1, currency }, home, rates, day).amount;
}

/** A deal's amount in home currency on a day; undefined without an amount or a rate. */
export function homeAmountOn(deal: DealOnDay, rates: HomeRates, day: Day): number | undefined {
  const rate = homeRateOn(deal, rates, day);
  return deal.amount === undefined || rate === undefined ? undefined : deal.amount * rate;
}

/** Currencies as they are compared; blank and home are one. */
export function currencyOn({ currency }: DealOnDay, { home }: HomeRates): string {
  const code = currencyCode(currency ?? "");
  return code === "" ? currencyCode(home ?? "") : code;
}
