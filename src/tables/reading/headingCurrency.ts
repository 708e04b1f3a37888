import { currencyCodes } from "./numberText.ts";

const suffix = new RegExp(
  `^(.*?\\p{L}.*?)(?:[\\s_]+in)?[\\s_]*[\\s_([]\\s*(${currencyCodes}|[€£$])\\s*[)\\]]?$`,
  "iu",
);
const signs: Readonly<Record<string, string>> = { "€": "EUR", "£": "GBP" };

export type HeadingOfMoney = {
  /** The heading without its currency, as in `Amount` of `Amount (EUR)`. */
  readonly rest: string;
  /** Undefined for a lone dollar sign, which is every dollar. */
  readonly currency: string | undefined;
};

/** Takes a heading apart that names the currency of its column, such as `Deal Value (EUR)`, `amount_usd`, `Betrag in €`. */
export function headingOfMoney(heading: string): HeadingOfMoney | undefined {
  const match = suffix.exec(heading.trim());
  const [, rest = "", currency = ""] = match ?? [];
  if (!match) return undefined;
  return {
    rest,
    currency: currency === "$" ? undefined : (signs[currency] ?? currency.toUpperCase()),
  };
}
