import type { Day } from "../calendar/day.ts";
import { type SeriesForecast, seriesForecast } from "../forecast/series/seriesForecast.ts";
import { monthAt, type Observation } from "./observe.ts";

const MONTHS_A_YEAR = 12;
const LEVEL = 0.8;
/** With fewer months a series says no more than their mean. */
const LEAST_MONTHS = 4;

/** Forecasts periods from the bookings of the months before; one series is fitted once however many days look at it. */
export function seriesTotals(months: readonly Day[]): (seen: Observation) => number | undefined {
  const fitted = new Map<string, SeriesForecast | undefined>();
  return ({ bookings, day, period }) => {
    const over = Math.min(bookings.length, monthAt(months, day + 1));
    const first = bookings.findIndex((amount) => amount !== 0);
    const values = first < 0 ? [] : bookings.slice(first, over);
    const [from, to] = [monthAt(months, period.from), monthAt(months, period.to)];
    if (values.length < LEAST_MONTHS || from < 0) return undefined;
    const ahead = to - over + 1;
    const key = `${ahead} ${values.join(" ")}`;
    if (!fitted.has(key)) fitted.set(key, seriesForecast(values, ahead, MONTHS_A_YEAR, LEVEL));
    const found = fitted.get(key);
    if (!found) return undefined;
    let total = 0;
    for (let month = from; month <= to; month++) {
      const booked = bookings[month] ?? 0;
      const expected = found.periods[month - over]?.mean ?? 0;
      // What a month that is not over has brought already is the least it brings.
      total += month < over ? booked : Math.max(booked, expected);
    }
    return total;
  };
}
