import type { ForecastPair } from "../forecast/forecastPair.ts";
import type { DealOnDay } from "../history/dealOnDay.ts";
import { isRewound, type Past } from "./observe.ts";
import type { Origin } from "./origins.ts";

type GroupOf = (deal: DealOnDay) => string | undefined;

/**
 * What the weighted pipeline of each group, such as an owner, forecast in each period, and what it brought. A deal counts
 * for the group it was in on the day; what came, for the one that won it.
 */
export function groupForecasts(
  past: Past,
  origins: readonly Origin[],
  groupOf: GroupOf,
): ReadonlyMap<string, readonly ForecastPair[]> {
  const now = past.on(past.asOf).filter(({ status }) => status === "won");
  const groups = new Map<string, ForecastPair[]>();
  for (const { period, day } of origins) {
    const forecast = sums(past.on(day).filter(counts), period, groupOf, (deal) => {
      const share = deal.status === "won" ? 1 : (deal.probability ?? 0);
      return share * (past.amountOf(deal, day) ?? 0);
    });
    const actual = sums(
      now,
      period,
      groupOf,
      (deal) => past.amountOf(deal, deal.closeDate ?? day) ?? 0,
    );
    for (const group of new Set([...forecast.keys(), ...actual.keys()])) {
      const list = groups.get(group) ?? [];
      groups.set(group, list);
      list.push({ forecast: forecast.get(group) ?? 0, actual: actual.get(group) ?? 0 });
    }
  }
  return groups;
}

const counts = (deal: DealOnDay) =>
  deal.status === "won" || (deal.status === "open" && isRewound(deal));

function sums(
  deals: readonly DealOnDay[],
  { from, to }: Origin["period"],
  groupOf: GroupOf,
  amountOf: (deal: DealOnDay) => number,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const deal of deals) {
    const { closeDate } = deal;
    const group = groupOf(deal);
    if (group === undefined || closeDate === undefined || closeDate < from || closeDate > to)
      continue;
    found.set(group, (found.get(group) ?? 0) + amountOf(deal));
  }
  return found;
}
