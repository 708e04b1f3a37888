import { type Day, isoFromDay } from "../../core/calendar/day.ts";
import { standDeals } from "../../core/deals/standing.ts";
import { homeCurrency } from "../../core/money/homeCurrency.ts";
import { rateTable } from "../../core/money/rateTable.ts";
import { toHome } from "../../core/money/toHome.ts";
import type { Settings } from "../../settings/settings.ts";
import type { Tables } from "../../tables/tables.ts";
import type { MissingRate } from "./settingsTypes.ts";

type Need = { records: number; from: Day; to: Day };

/**
 * Currencies of deals and quotas for which no rate is in force on the day they are converted at: the as-of day for
 * open deals, the close date for closed ones, the first day of a quota's period.
 */
export function missingRates(tables: Tables, settings: Settings, asOf: Day): MissingRate[] {
  const needs = new Map<string, Need>();
  const need = (currency: string, day: Day) => {
    const known = needs.get(currency) ?? { records: 0, from: day, to: day };
    needs.set(currency, known);
    known.records += 1;
    known.from = Math.min(known.from, day);
    known.to = Math.max(known.to, day);
  };
  const { deals, home } = standDeals(tables.opportunities?.rows ?? [], settings, asOf);
  for (const { missingRate, status, deal } of deals) {
    if (missingRate !== undefined)
      need(missingRate, status === "open" ? asOf : (deal.closeDate ?? asOf));
  }
  const quotas = tables.quotas?.rows ?? [];
  const target =
    home ??
    homeCurrency(
      settings.homeCurrency,
      quotas.map(({ currency }) => currency),
    );
  const rates = rateTable(settings.rates);
  for (const { quotaAmount: amount, currency, periodStart } of quotas) {
    if (amount === undefined || periodStart === undefined) continue;
    const { missingRate } = toHome({ amount, currency }, target, rates, periodStart);
    if (missingRate !== undefined) need(missingRate, periodStart);
  }
  return [...needs].map(([currency, { records, from, to }]) => ({
    currency,
    records,
    from: isoFromDay(from),
    to: isoFromDay(to),
  }));
}
