import { sayCount, sayMoney, sayNumber } from "../parts/words.ts";
import { confidenceOf, littleKnown } from "../risk/confidence.ts";
import { amountOf, type ReviewDeal } from "./dealSignals.ts";
import { atRiskDeals } from "./dealTables.ts";
import type { Review } from "./review.ts";

/** Deal risk goes by the score alone: how many deals each way finds. */
function byWhat(atRisk: readonly ReviewDeal[]): string {
  const scored = atRisk.filter(({ signals }) => signals.includes("risky")).length;
  const others = atRisk.length - scored;
  const parts = [
    scored === 0 ? "none by risk score" : `${sayNumber(scored, 0)} by risk score`,
    others === 0 ? "" : `${sayNumber(others, 0)} by two signals and more, such as overdue`,
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/** The report's answer in one sentence. */
export function reviewAnswer(review: Review): string {
  const { book, deals, health, open, coverage, toGenerate } = review;
  if (book.deals.length === 0) {
    const { team } = book.request;
    return team === undefined
      ? "There are no deals yet: import opportunities, then run the pipeline review again."
      : `There are no deals of ${team}.`;
  }
  if (deals.length === 0) return "There is no open deal to review.";
  const atRisk = atRiskDeals(review);
  const score =
    health.score === undefined || health.band === undefined
      ? "Too little is known for a health score"
      : `Pipeline health ${sayNumber(health.score, 0)} of 100 (${health.band.toLowerCase()})`;
  const size =
    open === undefined
      ? `${sayCount(deals.length, "open deal")} without amounts`
      : `${sayMoney(open, book.currency)} open`;
  const covers = coverage === undefined ? "" : `, ${sayNumber(coverage, 1)} x coverage`;
  const none = deals.some(({ isJudged }) => isJudged)
    ? "no deal at risk by score or by two signals"
    : "risk not known";
  const risky = amountOf(atRisk);
  const worth = risky === undefined ? "" : `${sayMoney(risky, book.currency)} in `;
  const overdue = deals.filter(({ signals }) => signals.includes("overdue"));
  const late = overdue.length === 0 ? "" : ` but ${sayCount(overdue.length, "deal")} overdue`;
  const risk =
    atRisk.length === 0
      ? `${none}${late}`
      : `${worth}${sayCount(atRisk.length, "deal")} at risk (${byWhat(atRisk)})`;
  const create =
    toGenerate === undefined || toGenerate === 0
      ? ""
      : `, ${sayMoney(toGenerate, book.currency)} of pipeline to create`;
  const isFitted = (book.request.tables.riskModel?.rows.length ?? 0) > 0;
  const known = littleKnown(confidenceOf(deals), isFitted);
  return `${score}: ${size}${covers}, ${risk}${create}.${known}`;
}
