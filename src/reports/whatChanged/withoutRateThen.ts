import type { Day } from "../../core/calendar/day.ts";
import type { DealOnDay } from "../../core/history/dealOnDay.ts";
import { currencyOn, homeRateOn } from "../../core/movement/homeAmountOn.ts";
import { evidenceOf } from "../parts/evidence.ts";
import { sayCount, sayList } from "../parts/words.ts";
import type { Finding } from "../report.ts";
import type { Changes } from "./changes.ts";

/** Deals whose amount counts as 0 on one of the two days, because no rate turns it into home currency that day. */
export function withoutRateThen({ book, deals, days }: Changes): Omit<Finding, "due">[] {
  const { home, rates } = book.standings;
  const lacks = (deal: DealOnDay | undefined, day: Day): deal is DealOnDay =>
    deal?.amount !== undefined && homeRateOn(deal, { home, rates }, day) === undefined;
  const left = new Set<string>();
  const codes = new Set<string>();
  for (const { id, before, after } of deals) {
    const without = lacks(after, days.to) ? after : lacks(before, days.from) ? before : undefined;
    if (without === undefined) continue;
    left.add(id);
    codes.add(currencyOn(without, { home, rates }));
  }
  if (left.size === 0) return [];
  const named = sayList([...codes].sort());
  return [
    {
      id: "no_rate",
      matter: "no_rate",
      severity: "high",
      what: `${sayCount(left.size, "deal")} in ${named} ${left.size === 1 ? "counts" : "count"} as 0 on one of the two days, and a part of what Currency shows is only that: the Currency sheet has no rate for that day.`,
      ...evidenceOf([...left], (id) => id),
      action: `Enter ${codes.size === 1 ? "the rate" : "the rates"} of ${named} under Calendar and currency in the sidebar, then run this report again.`,
    },
  ];
}
