import type { Book } from "../book.ts";
import { sayCount, sayNumber } from "../parts/words.ts";
import type { HygieneScore } from "./score.ts";

/** An amount in a currency without a rate is there, and none that counts. */
export const withoutAmount = ({ allOpen, currency }: Book): string =>
  allOpen.some(({ standing }) => standing.missingRate !== undefined)
    ? `without an amount in ${currency}`
    : "without an amount";

/** Open deals with issues that the value at stake says nothing about, as the end of the answer's sentence. */
export function unvaluedWords(
  { unvalued, byCount, valueAtStake }: HygieneScore,
  book: Book,
): string {
  if (unvalued === 0 || byCount) return "";
  return valueAtStake === 0
    ? `, ${sayNumber(unvalued, 0)} of them open deals ${withoutAmount(book)}`
    : `, and ${sayCount(unvalued, "open deal")} ${withoutAmount(book)}`;
}
