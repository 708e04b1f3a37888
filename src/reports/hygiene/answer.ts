import type { Book } from "../book.ts";
import { sayCount, sayMoney, sayNumber, sayPercent } from "../parts/words.ts";
import type { ReportTable } from "../report.ts";
import type { HygieneScore } from "./score.ts";
import { unvaluedWords } from "./withoutAmount.ts";

/** Below this mark a reader compares (our own number). */
const LOW = 70;
const OTHER_MARK =
  " A deal counts whole here; Data quality counts single values and can stand far higher.";

/** The score in a sentence, with what it counts and the commonest rule. */
export function hygieneAnswer(book: Book, score: HygieneScore, broken: ReportTable): string {
  if (book.deals.length === 0) {
    return "There are no deals yet: import opportunities, then run the hygiene report again.";
  }
  if (score.records === 0) {
    return `There is no open deal and none that closed in ${book.request.period.title}.`;
  }
  if (score.issues === 0)
    return `No rule is broken by any of ${sayCount(score.records, "record")}.`;
  const parts = [
    score.score === undefined ? "" : `Hygiene score ${sayNumber(score.score, 0)} of 100: `,
    `${sayNumber(score.withIssues, 0)} of ${sayCount(score.records, "record")} ${score.withIssues === 1 ? "has" : "have"} issues`,
    !score.valueAtStake || score.openValue === undefined || score.openValue <= 0
      ? ""
      : `, ${sayMoney(score.valueAtStake, book.currency)} (${sayPercent(score.valueAtStake / score.openValue)}) of open value at stake`,
    unvaluedWords(score, book),
  ];
  const [rule] = broken.rows;
  const most =
    rule === undefined
      ? ""
      : ` Commonest: ${String(rule.cells.rule).toLowerCase()} (${sayNumber(Number(rule.cells.hits), 0)}).`;
  return `${parts.join("")}.${most}${(score.score ?? 100) < LOW ? OTHER_MARK : ""}`;
}
