import { type Day, dayFromIso } from "../../core/calendar/day.ts";
import { InputError } from "../../core/inputError.ts";

/** A day that the sidebar or the command line sent; what it leaves out arrives blank or as null. */
export function askedDay(what: string, text: string | null | undefined): Day | undefined {
  if (!text) return undefined;
  const day = dayFromIso(text);
  if (day !== undefined) return day;
  throw new InputError(`${what} is "${text}"; expected a date such as 2026-01-31.`);
}
