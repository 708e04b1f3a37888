import type { Book } from "../book.ts";

/** An amount in a currency without a rate is there, and none that counts. */
export const withoutAmount = ({ allOpen, currency }: Book): string =>
  allOpen.some(({ standing }) => standing.missingRate !== undefined)
    ? `without an amount in ${currency}`
    : "without an amount";
