import type { Day } from "../../core/calendar/day.ts";
import type { DealSnapshot } from "../../core/deals/deal.ts";
import { homeCurrency } from "../../core/money/homeCurrency.ts";
import type { Rate } from "../../core/money/rate.ts";
import { currencyCode, rateTable } from "../../core/money/rateTable.ts";
import type { HomeRates } from "../../core/movement/homeAmountOn.ts";

/**
 * The rates that snapshots kept, for days on which a deal is known without one: between its creation and the import that
 * first held it. Home is the currency that was always worth 1; without rates the one that most rows carry. Closed deals
 * keep the rate of their close date, which tells nothing about the day of the snapshot. Snapshots older than the first
 * rate that anybody entered take that one.
 */
export function keptRates(
  snapshots: readonly DealSnapshot[],
  currencies: readonly (string | undefined)[],
): HomeRates {
  const byCurrency = new Map<string, Map<Day, number>>();
  let first = Infinity;
  for (const { snapshotDate, currency, rate, isClosed } of snapshots) {
    const code = currencyCode(currency ?? "");
    first = Math.min(first, snapshotDate);
    if (code === "" || rate === undefined || isClosed === true) continue;
    const known = byCurrency.get(code);
    if (known) known.set(snapshotDate, rate);
    else byCurrency.set(code, new Map([[snapshotDate, rate]]));
  }
  if (byCurrency.size === 0)
    return { home: homeCurrency(undefined, currencies), rates: rateTable([]) };
  const rates: Rate[] = [];
  let home = "";
  for (const [currency, byDay] of byCurrency) {
    if ([...byDay.values()].every((rate) => rate === 1)) home = currency;
    else rates.push(...changesOf(currency, byDay, first));
  }
  return { home, rates: rateTable(rates) };
}

function changesOf(currency: string, byDay: ReadonlyMap<Day, number>, first: Day): Rate[] {
  const days = [...byDay].sort(([one], [other]) => one - other);
  return days.flatMap(([from, rate], at) =>
    rate === days[at - 1]?.[1] ? [] : [{ currency, from: at === 0 ? first : from, rate }],
  );
}
