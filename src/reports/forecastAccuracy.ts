import type { DealOnDay } from "../core/history/dealOnDay.ts";
import { openBook } from "./book.ts";
import { causesBalance, causesOf, causesTable } from "./forecastAccuracy/causes.ts";
import { accuracyFigures } from "./forecastAccuracy/figures.ts";
import { accuracyFindings } from "./forecastAccuracy/findings.ts";
import { accuracyByGroup, callsTable } from "./forecastAccuracy/groupTable.ts";
import {
  horizonsTable,
  methodsTable,
  weeksTable,
  weightsTable,
} from "./forecastAccuracy/methodTables.ts";
import { periodsTable } from "./forecastAccuracy/periodsTable.ts";
import { HEADLINE, testMethods } from "./forecastAccuracy/tested.ts";
import { todayFigures, todayReading, todayTable } from "./forecastAccuracy/todayTable.ts";
import { accuracyAnswer, accuracyCharts, accuracyNotes } from "./forecastAccuracy/words.ts";
import type { Report, ReportDefinition, ReportRequest } from "./report.ts";

function build(request: ReportRequest): Report {
  const book = openBook(request);
  const tested = testMethods(book);
  const { grain } = tested;
  const segments = new Map(
    book.deals.map(({ standing, segment }) => [standing.deal.opportunityId, segment]),
  );
  const ownerOf = ({ owner }: DealOnDay) => book.people.find(owner).label;
  const segmentOf = (deal: DealOnDay) => deal.segment ?? segments.get(deal.opportunityId);
  const methods = methodsTable(tested);
  const weeks = weeksTable(tested);
  const owners = accuracyByGroup(tested, { id: "owners", heading: "Owner", of: ownerOf });
  const bySegment = accuracyByGroup(tested, { id: "segments", heading: "Segment", of: segmentOf });
  const calls = callsTable(tested);
  const causes = causesOf(tested);
  const findings = accuracyFindings(tested, causes, owners);
  const out = `${HEADLINE.daysLeft} days before the end`;
  return {
    name: "forecast-accuracy",
    title: "Forecast accuracy",
    period: request.period,
    asOf: request.asOf,
    currency: book.currency,
    scope: "All owners",
    answer: accuracyAnswer(tested),
    figures: [...accuracyFigures(tested), ...todayFigures(tested)],
    charts: accuracyCharts(tested, methods, weeks),
    sections: [
      {
        id: "methods",
        heading: "Methods",
        reading: `Every method ${out} of each ${grain}, the most accurate first; below 1 beats repeating the ${grain} before.`,
        table: methods,
      },
      {
        id: "findings",
        heading: "What to do",
        reading:
          findings.length === 0
            ? "Nothing stands out."
            : "What would make the next forecast better.",
        findings,
      },
      {
        id: "today",
        heading: "This period by every method",
        reading: todayReading(tested),
        table: todayTable(tested),
      },
      {
        id: "periods",
        heading: "Period by period",
        reading: `What was forecast ${out} and what came.`,
        table: periodsTable(tested),
      },
      {
        id: "horizons",
        heading: "By days left",
        reading: "The error of each method the further away the end was.",
        table: horizonsTable(tested),
      },
      {
        id: "weeks",
        heading: `By week of the ${grain}`,
        reading: "How early the number can be relied on.",
        table: weeks,
      },
      {
        id: "causes",
        heading: "Why the weighted pipeline missed",
        reading:
          causes.daysLeft === undefined
            ? "No day's pipeline is known."
            : `Each deal's part of the miss ${causes.daysLeft} days before the end; the parts add up to it.`,
        table: causesTable(causes, book.currency),
      },
      {
        id: "owners",
        heading: "By owner",
        reading: `Each owner's weighted pipeline ${out} against what that owner brought.`,
        table: owners,
      },
      ...(bySegment.rows.length > 1
        ? [
            {
              id: "segments",
              heading: "By segment",
              reading: `Each segment's weighted pipeline ${out} against what it brought.`,
              table: bySegment,
            },
          ]
        : []),
      ...(calls.rows.length > 0
        ? [
            {
              id: "calls",
              heading: "By whose call",
              reading: `The number that each person stood for ${out}, against what that person and everybody below brought.`,
              table: calls,
            },
          ]
        : []),
      {
        id: "weights",
        heading: "What the learned ensemble weighed",
        reading: `Its weights in the last ${grain}: they follow the errors and the days left.`,
        table: weightsTable(tested),
      },
    ],
    notes: accuracyNotes(tested),
    checks: [
      {
        id: "causes_add_up",
        label: "Came less forecast less all causes",
        value: causesBalance(causes),
      },
    ],
  };
}

/** How good would each way of forecasting have been, on the workbook's own past? */
export const forecastAccuracy: ReportDefinition = {
  name: "forecast-accuracy",
  title: "Forecast accuracy",
  about:
    "Every forecasting method tried on the periods that are over, with what was known then: errors by method, days left, week, owner, segment and person who called, and why the pipeline missed.",
  menuLabel: "Check forecast accuracy",
  needs: ["opportunities"],
  uses: ["opportunityHistory", "snapshots", "reps", "quotas", "accounts", "forecastSubmissions"],
  inSteps: true,
  build,
};
