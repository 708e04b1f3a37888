import type { Interview } from "../core/winloss/interview.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Column, Table } from "./table.ts";

const { id, text, choice, money, date, boolean } = columnsOf<Interview>();

/** The first six are asked of every customer, the others after a loss. */
const GUIDE = [
  ["q1", "Q1 Trigger", "What made you look for a solution, and why then?"],
  ["q2", "Q2 Decision", "Who took part in the decision, and how was it taken?"],
  ["q3", "Q3 Criteria", "Which criteria counted most, and did they change on the way?"],
  ["q4", "Q4 Comparison", "How did we compare on each of them?"],
  ["q5", "Q5 Sales team", "What did our people do well, and what would you have wanted?"],
  ["q6", "Q6 Decisive", "What decided it in the end?"],
  ["q7", "Q7 Alternatives", "Who else did you look at, doing nothing included?"],
  ["q8", "Q8 Better there", "Where was the one you chose better than we are?"],
  ["q9", "Q9 Missing", "What did the product lack?"],
  ["q10", "Q10 Price", "How did price and terms compare, and did they decide?"],
  ["q11", "Q11 Doubts", "Which doubts were left unanswered?"],
  ["q12", "Q12 Changes", "What changed on your side while we talked?"],
  ["q13", "Q13 Otherwise", "What would have made you decide otherwise?"],
  ["q14", "Q14 Again", "May we come back, and when?"],
] as const;

const questions: readonly Column<Interview>[] = GUIDE.map(([field, label, question], at) =>
  text(field, label, "optional", `${at < 6 ? "Always" : "After a loss"}: ${question}`),
);

export const interviews: Table<Interview> = {
  name: "interviews",
  sheet: "Win-loss interviews",
  about:
    "Who is to be asked why a deal was won or lost, the questions, and what was said; answers, themes and product gaps are yours.",
  key: ["opportunityId"],
  columns: [
    id("opportunityId", "Opportunity ID", "key", "The deal."),
    text("name", "Deal", "derived", "Its name."),
    choice("outcome", "Outcome", "derived", "Won or lost."),
    text("owner", "Owner", "derived", "Who sold it; somebody else should ask."),
    date("closed", "Closed", "derived", "The day it was closed."),
    money("amount", "Amount", "derived", "In home currency."),
    date("due", "Ask By", "derived", "Four weeks after it was closed; two weeks at the earliest."),
    date("date", "Interviewed", "recommended", "Yours: the day of the interview."),
    text("interviewee", "Interviewee", "optional", "Yours: whom you asked."),
    text("themes", "Themes", "recommended", "Yours: what came up, separated by semicolons."),
    text("productGap", "Product Gaps", "recommended", "Yours: what was missing; semicolons."),
    money("gapValue", "Gap Value", "optional", "Yours: what the gaps cost; else the amount."),
    text("competitor", "Competitor", "optional", "Yours: who won, or who was beaten."),
    boolean("addressable", "Addressable", "optional", "Yours: could we have won it?"),
    ...questions,
  ],
  mode: "upsert",
};
