import { currentCalls, mainCall, submissionsOf } from "../../core/forecast/currentCalls.ts";
import type { ForecastPair } from "../../core/forecast/forecastPair.ts";
import { isUnder } from "../../core/quota/isUnder.ts";
import type { Tested } from "./tested.ts";

/**
 * What each person called for each period by the headline's day, and what the person and everybody below brought.
 * A period that somebody called nothing for is left out.
 */
export function callPairs({ shown, past, book }: Tested): ReadonlyMap<string, ForecastPair[]> {
  const { tables, settings } = book.request;
  const rows = tables.forecastSubmissions?.rows ?? [];
  const pairs = new Map<string, ForecastPair[]>();
  if (rows.length === 0) return pairs;
  const won = past
    .on(past.asOf)
    .filter(({ status }) => status === "won")
    .map((deal) => ({
      deal,
      owner: book.people.find(deal.owner).key,
      amount: past.amountOf(deal, deal.closeDate ?? past.asOf) ?? 0,
    }));
  for (const { seen } of shown) {
    const { from, to, label } = seen.period;
    const calls = currentCalls(
      submissionsOf(rows, label, seen.day, settings.calendar),
      book.people,
    );
    const inside = won.filter(
      ({ deal: { closeDate = from - 1 } }) => closeDate >= from && closeDate <= to,
    );
    for (const { person, own } of calls.values()) {
      const call = mainCall(own);
      if (!call) continue;
      const isTheirs = isUnder(person, book.people);
      const actual = inside.reduce((sum, one) => sum + (isTheirs(one.owner) ? one.amount : 0), 0);
      const list = pairs.get(person.label) ?? [];
      pairs.set(person.label, list);
      list.push({ forecast: call.amount, actual });
    }
  }
  return pairs;
}
