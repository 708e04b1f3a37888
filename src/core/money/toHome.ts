import type { Day } from "../calendar/day.ts";
import type { Rate } from "./rate.ts";
import { currencyCode, type RateTable, rateOn } from "./rateTable.ts";

export type Money = { readonly amount: number; readonly currency: string | undefined };

/** An amount in home currency and the rate used (none for home currency itself), or the currency without a rate. */
export type HomeMoney = {
  readonly amount?: number;
  readonly rate?: Rate;
  readonly missingRate?: string;
};

/**
 * An amount in home currency at the rate of a day.
 * Money without a currency of its own, and all money while no home currency is known, counts as home currency.
 */
export function toHome(
  money: Money,
  home: string | undefined,
  rates: RateTable,
  day: Day,
): HomeMoney {
  const { amount, currency } = money;
  if (currency === undefined || home === undefined) return { amount };
  const code = currencyCode(currency);
  if (code === "" || code === currencyCode(home)) return { amount };
  const rate = rateOn(rates, code, day);
  return rate === undefined ? { missingRate: code } : { amount: amount * rate.rate, rate };
}
