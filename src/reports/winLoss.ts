import { openBook } from "./book.ts";
import { withActions } from "./parts/actionRegister.ts";
import { dataNotes } from "./parts/dataNotes.ts";
import { tableSection } from "./parts/tableSection.ts";
import { sayCount } from "./parts/words.ts";
import type { Report, ReportDefinition, ReportRequest } from "./report.ts";
import { changesTable } from "./winLoss/changes.ts";
import { winLossCharts } from "./winLoss/charts.ts";
import { decidedDeals, ENOUGH_FOR_BARS } from "./winLoss/decided.ts";
import { driversReading, driversTable } from "./winLoss/drivers.ts";
import {
  coverageTable,
  gapsTable,
  interviewsOf,
  keptInterviews,
  themesTable,
} from "./winLoss/interviews.ts";
import { matrixTable } from "./winLoss/matrix.ts";
import { type Numbers, numbersOf } from "./winLoss/numbers.ts";
import { groupReading } from "./winLoss/readings.ts";
import {
  groupTable,
  kindsTable,
  postMortemsTable,
  reasonsTable,
  stagesTable,
} from "./winLoss/tables.ts";
import { winLossAnswer, winLossFigures, winLossFindings } from "./winLoss/words.ts";

/** Factors with a table of their own, in this order. */
const SHOWN = ["competitor", "segment", "size", "source", "type", "owner"];

function notes({ isYear, words, beforeWords, deals, book }: Numbers): string[] {
  return [
    ...(book.knowsClosed
      ? [
          `Deals closed ${words}${isYear ? `: the 12 months to the end of the period, because fewer than ${ENOUGH_FOR_BARS} deals were decided in it` : ""}. Compared with ${beforeWords}.`,
        ]
      : ["No closed deal has a close date: all of them are looked at, and no change is told."]),
    ...(deals.length < ENOUGH_FOR_BARS
      ? [
          `${sayCount(deals.length, "decided deal")}: below ${ENOUGH_FOR_BARS} read the ranges, not the rates.`,
        ]
      : []),
    "Win rate is won / (won + lost). Ranges are 95 % (Wilson 1927; the change Newcombe 1998). The pooled rate leans on all deals as far as a group is small.",
    "A group wins more or less when at most 10 % of such findings are expected to be false (Benjamini and Hochberg 1995) and both sides have 20 deals. All comparisons of the report share that rate; the formula WIN_LOSS looks at one factor alone.",
    "A deal counts with each competitor it names. Competitors, and ticks such as Economic buyer met, are filled in as a deal goes on or when it ends: their rates may show a habit of writing, and no finding is made of them.",
    "Kinds of loss are read from the words of the reason, as sheet Loss reasons says (own assumption where nobody changed it): no decision is budget, timing and silence; competitive is a competitor, price or product; internal is the customer's own solution or changes.",
  ];
}

function build(request: ReportRequest): Report {
  return withActions(winLossReport(request), request);
}

function winLossReport(request: ReportRequest): Report {
  const book = openBook(request);
  const numbers = numbersOf(decidedDeals(book));
  const { deals, lost, factors, drivers } = numbers;
  const kinds = kindsTable(numbers);
  const interviews = interviewsOf(numbers);
  const groups = SHOWN.flatMap((word) => {
    const factor = factors.find((one) => one.word === word);
    return factor ? [{ factor, table: groupTable(numbers, factor) }] : [];
  });
  const findings = winLossFindings(numbers);
  const changes = changesTable(numbers);
  const segment = groups.find(({ factor }) => factor.word === "segment") ?? groups[0];
  const kindSum = kinds.rows.reduce((sum, { cells }) => sum + Number(cells.deals), 0);
  return {
    name: "win-loss",
    title: "Win/loss",
    period: request.period,
    asOf: request.asOf,
    currency: book.currency,
    scope: "All owners",
    answer: winLossAnswer(numbers),
    figures: winLossFigures(numbers),
    charts: winLossCharts(numbers, kinds, segment?.table),
    sections: [
      {
        id: "findings",
        heading: "What to do",
        reading: findings.length === 0 ? "Nothing stands out." : "What differs, and who acts.",
        findings,
      },
      tableSection(kinds, "Why deals were lost", "Kinds of loss add up to all lost deals."),
      tableSection(reasonsTable(numbers), "Reasons", "As the CRM words them."),
      tableSection(
        driversTable(numbers),
        "What goes with winning and losing",
        driversReading(drivers),
      ),
      ...groups.map(({ factor, table }) =>
        tableSection(table, `By ${factor.label.toLowerCase()}`, groupReading(table)),
      ),
      tableSection(
        changes,
        "What changed",
        changes.rows.some(({ cells }) => cells.verdict !== "no clear change")
          ? `Against ${numbers.beforeWords}, the surest change first.`
          : `Against ${numbers.beforeWords} no group changed by more than chance; the surest first.`,
      ),
      tableSection(
        matrixTable(numbers),
        "Competitors by segment",
        "Share of decided deals won; counts alone below 20 deals.",
      ),
      tableSection(
        stagesTable(numbers),
        "Where deals were lost",
        "The stage in which they were last open; Unknown where no history tells.",
      ),
      tableSection(
        postMortemsTable(numbers, interviews),
        "Post-mortems to write",
        "Lost deals without a reason and without an interview, the largest first.",
      ),
      tableSection(
        coverageTable(numbers, interviews),
        "Interviews",
        "Within two to four weeks of the decision customers still know why: what is still to hold is told of deals closed in the last four weeks, the largest of which stand in sheet Win-loss interviews with questions and last day.",
      ),
      tableSection(
        themesTable(numbers, interviews),
        "What customers said",
        "Themes of the interviews, with the value of the deals that name them.",
      ),
      tableSection(
        gapsTable(numbers, interviews),
        "Product gaps",
        "What lost deals say was missing, by what it cost; a deal counts under each gap it names. High: three deals or a tenth of the lost value; medium: two or a twentieth (own).",
      ),
    ],
    notes: [...notes(numbers), ...dataNotes(book, { weighted: false })],
    checks:
      deals.length === 0
        ? []
        : [
            {
              id: "kinds_add_up",
              label: "Lost deals by kind less lost deals",
              value: kindSum - lost.length,
              formula: "SUM({kinds.deals})-{=lost}",
            },
          ],
    kept: [keptInterviews(numbers)],
  };
}

/** Why deals are won and lost, and what really differs. */
export const winLoss: ReportDefinition = {
  name: "win-loss",
  title: "Win/loss",
  about:
    "Why deals were won and lost: kinds and reasons, no decision apart, competitors, segments and other drivers with ranges, the change from the period before, and losses that nobody explained.",
  menuLabel: "Win/loss",
  needs: ["opportunities"],
  uses: ["reps", "accounts", "opportunityHistory", "snapshots", "interviews", "actions"],
  settings: ["lossReasons"],
  build,
};
