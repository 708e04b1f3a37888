import type { Day } from "../calendar/day.ts";
import type { Rate } from "./rate.ts";

/** Dated rates by currency, each list from the oldest to the newest. */
export type RateTable = ReadonlyMap<string, readonly Rate[]>;

/** Currency codes are compared without case and spaces. */
export function currencyCode(text: string): string {
  return text.trim().toUpperCase();
}

export function rateTable(rates: readonly Rate[]): RateTable {
  const table = new Map<string, Rate[]>();
  for (const rate of rates) {
    const code = currencyCode(rate.currency);
    const known = table.get(code);
    if (known === undefined) table.set(code, [rate]);
    else known.push(rate);
  }
  for (const list of table.values()) list.sort((a, b) => a.from - b.from);
  return table;
}

/**
 * The rate in force on a day: the newest one that began on or before it.
 * Undefined when the currency has none yet that day; a later rate is never used backwards.
 */
export function rateOn(table: RateTable, currency: string, day: Day): Rate | undefined {
  const list = table.get(currencyCode(currency)) ?? [];
  let found: Rate | undefined;
  for (const rate of list) {
    if (rate.from > day) break;
    found = rate;
  }
  return found;
}
