import type { Book } from "../book.ts";
import { asOfFigure, figuresFrom } from "../parts/figures.ts";
import { sayCount, sayNumber, sayPercent } from "../parts/words.ts";
import type { Figure, FormulaTemplate } from "../report.ts";
import type { OtherRecords } from "./otherRecords.ts";
import type { HygieneScore } from "./score.ts";
import { withoutAmount } from "./withoutAmount.ts";

const figure = figuresFrom("Tables of this report");

const byNumber = (score: number | undefined) =>
  score === undefined ? "" : `, ${sayNumber(score, 0)} by number`;

function scoreFigure({ score, scoreByCount, byCount, unvalued }: HygieneScore): Figure {
  const state =
    score === undefined
      ? {}
      : score >= 90
        ? { status: "good" as const, statusWord: "▲ clean" }
        : score >= 70
          ? { status: "warning" as const, statusWord: "● needs work" }
          : { status: "bad" as const, statusWord: "▼ unreliable" };
  return figure({
    id: "score",
    label: "Hygiene score",
    value: score,
    format: "points",
    headline: true,
    context:
      score === undefined
        ? "no open deals"
        : byCount
          ? "of 100, by number of deals"
          : `of 100 by value${byNumber(scoreByCount)}`,
    ...state,
    words:
      unvalued === 0 || byCount
        ? "100 x (1 - value at stake / open value); by number of open deals where there are no amounts."
        : "100 x (1 - value at stake / open value); deals with issues and without an amount count in both with the usual amount.",
    formula: byCount
      ? undefined
      : unvalued === 0
        ? "100*(1-{=value_at_stake}/{=open_value})"
        : "100*(1-({=value_at_stake}+{=unvalued}*{=usual_amount})/({=open_value}+{=unvalued}*{=usual_amount}))",
  });
}

/** Deals that the value at stake leaves out, and what they count with. */
function unvaluedFigures({ unvalued, usual, byCount }: HygieneScore): Figure[] {
  if (unvalued === 0 || byCount) return [];
  return [
    figure({
      id: "unvalued",
      label: "Issues without an amount",
      value: unvalued,
      format: "integer",
      words:
        "Open deals with issues and without an amount; in the score they count with the usual amount.",
      source: "Sheet Opportunities",
    }),
    figure({
      id: "usual_amount",
      label: "Usual amount",
      value: usual,
      format: "money",
      words: "Median of the amounts of open deals above 0.",
      source: "Sheet Opportunities",
    }),
  ];
}

/** Formulas hold only while the list of issues shows all of them. */
export function hygieneFigures(
  book: Book,
  score: HygieneScore,
  others: OtherRecords,
  isComplete: boolean,
): readonly Figure[] {
  const { records, withIssues, issues, openRecords, openValue, valueAtStake } = score;
  const { asOf } = book.request;
  const overRows = records > 0;
  const ofIssues = (formula: FormulaTemplate) => (isComplete && issues > 0 ? formula : undefined);
  const ofOwners = (formula: FormulaTemplate) => (overRows ? formula : undefined);
  const part = (value: number, whole: number) =>
    whole === 0
      ? undefined
      : `${sayPercent(value / whole)} of ${whole === records ? "records" : "open"}`;
  return [
    scoreFigure(score),
    figure({
      id: "value_at_stake",
      label: "Value at stake",
      value: valueAtStake,
      format: "money",
      headline: true,
      context:
        valueAtStake === undefined || openValue === undefined || openValue <= 0
          ? "no amounts"
          : `${sayPercent(valueAtStake / openValue)} of open value${score.unvalued === 0 ? "" : `, and ${sayCount(score.unvalued, "deal")} ${withoutAmount(book)}`}`,
      words: "Amounts of open deals with at least one issue, each deal once.",
      formula: ofIssues("SUM({issues.amount})"),
    }),
    figure({
      id: "records_with_issues",
      label: "Records with issues",
      value: withIssues,
      format: "integer",
      headline: true,
      context: part(withIssues, records),
      words: "Records that break at least one rule.",
      formula: ofOwners("{owners.bad.total}"),
    }),
    figure({
      id: "issues",
      label: "Issues",
      value: issues,
      format: "integer",
      headline: true,
      context: withIssues === 0 ? "no rule is broken" : `in ${sayCount(withIssues, "record")}`,
      words: "Rule hits: a record counts once for each rule it breaks.",
      formula: ofOwners("{owners.issues.total}"),
    }),
    figure({
      id: "records",
      label: "Records checked",
      value: records,
      format: "integer",
      headline: true,
      context: `${sayCount(openRecords, "open deal")}, ${records - openRecords} closed`,
      words: "Open deals, whenever they close, plus deals closed in the period.",
      formula: ofOwners("{owners.records.total}"),
    }),
    figure({
      id: "open_value",
      label: "Open value",
      value: openValue,
      format: "money",
      words: "Amounts of all open deals, whenever they close.",
      formula: ofOwners("{owners.open.total}"),
    }),
    figure({
      id: "open_records",
      label: "Open deals",
      value: openRecords,
      format: "integer",
      words: "Open deals, whenever they close.",
      source: "Sheet Opportunities",
    }),
    ...unvaluedFigures(score),
    figure({
      id: "other_records",
      label: "Leads, contacts and accounts checked",
      value: others.records,
      format: "integer",
      words: "Rows of the sheets Leads, Contacts and Accounts; not part of the score.",
      source: "Sheets Leads, Contacts and Accounts",
    }),
    figure({
      id: "other_issues",
      label: "Issues in leads, contacts and accounts",
      value: others.issues,
      format: "integer",
      words: "Rule hits in leads, contacts and accounts; not part of the score.",
      source: "Sheets Leads, Contacts and Accounts",
    }),
    asOfFigure(asOf),
  ];
}
