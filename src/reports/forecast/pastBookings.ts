import { pastPeriods } from "../../core/calendar/pastPeriods.ts";
import type { Book } from "../book.ts";

/** Two years of months, three of quarters: older ones say little about the next. */
const MOST = { month: 24, quarter: 12, year: 5 } as const;

/** What was won in each past period that the data covers as a whole, the oldest first. */
export function pastBookings({ deals, request }: Book): readonly number[] {
  const { asOf, period, settings } = request;
  const closed = deals.flatMap(({ standing: { status, deal, amount } }) =>
    (status === "won" || status === "lost") && deal.closeDate !== undefined
      ? [{ day: deal.closeDate, amount: status === "won" ? (amount ?? 0) : 0 }]
      : [],
  );
  const first = closed.reduce((least, { day }) => Math.min(least, day), Number.POSITIVE_INFINITY);
  return pastPeriods(period, MOST[period.grain], settings.calendar)
    .filter(({ from, to }) => from >= first && to <= asOf)
    .reverse()
    .map(({ from, to }) =>
      closed.reduce((sum, { day, amount }) => (day >= from && day <= to ? sum + amount : sum), 0),
    );
}
